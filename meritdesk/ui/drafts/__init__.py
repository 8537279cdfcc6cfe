"""What is typed and not saved: kept while typing, stepped back through, offered after a crash.

A dialog needs two lines:

``from meritdesk.ui.drafts.keeper import keep_drafts`` and, before it is opened,
``keep_drafts(dialog, page, "assessment.objection", subject, about)``.
"""
