"""``devices.json``: the devices of a region as the one target of its trust list, strictly read and written one way."""

from __future__ import annotations

import re
from datetime import date

from meritdesk.core.errors import FileRefusal, UsageRefusal
from meritdesk.core.handover import KeyCard
from meritdesk.core.trust import Device, DeviceRole, KeyStatus, ListPlace, TrustList, faults_of, in_order
from meritdesk.exchange.keys import check_card
from meritdesk.exchange.plain_json import JsonFault, read_json, write_json_page

DEVICES_FORMAT = "meritdesk-devices/1"
MAX_DEVICES_SIZE = 4 * 1024 * 1024
MAX_SEQUENCE = 999_999
MAX_REASON_LENGTH = 500

_TOP = frozenset({"format", "region", "region_name", "practice", "version", "made_on", "devices"})
_FIELDS = (
    "agency_code",
    "agency_name",
    "device",
    "role",
    "minisign",
    "age",
    "status",
    "last_epoch",
    "last_sequence",
    "reason",
    "since",
)
_EPOCH = re.compile(r"(?:[0-9a-f]{32})?")


def write_devices(content: TrustList) -> bytes:
    """The devices as the bytes that are signed for; ``KEY-533`` when the list contradicts itself."""
    if faults_of(content.region_code, content.devices):
        raise UsageRefusal("KEY-533")
    return write_json_page(
        {
            "format": DEVICES_FORMAT,
            "region": content.region_code,
            "region_name": content.region_name,
            "practice": content.is_practice,
            "version": content.place.version,
            "made_on": content.made_on.isoformat() if content.made_on else "",
            "devices": [dict(zip(_FIELDS, _values(one), strict=True)) for one in in_order(content.devices)],
        }
    )


def read_devices(data: bytes, place: ListPlace) -> TrustList:
    """The devices of a list whose signature holds; ``KEY-533`` when they are not spelled as our own writer spells."""
    try:
        value = read_json(data, MAX_DEVICES_SIZE)
    except JsonFault:
        raise FileRefusal("KEY-533") from None
    if not isinstance(value, dict) or set(value) != _TOP or value["format"] != DEVICES_FORMAT:
        raise FileRefusal("KEY-533")
    try:
        made_on = date.fromisoformat(str(value["made_on"])) if value["made_on"] else None
        devices = tuple(_device(one) for one in value["devices"])
        content = TrustList(
            str(value["region"]),
            str(value["region_name"]),
            place,
            devices,
            made_on,
            value["practice"] is True,
        )
        if value["version"] != place.version or write_devices(content) != data:
            raise FileRefusal("KEY-533")
    except (ValueError, TypeError, KeyError, UsageRefusal):
        raise FileRefusal("KEY-533") from None
    return content


def _values(one: Device) -> tuple[object, ...]:
    return (
        one.agency_code,
        one.agency_name,
        one.device,
        one.role.value,
        one.minisign_key,
        one.age_recipient,
        one.status.value,
        one.last_epoch,
        one.last_sequence,
        one.reason,
        one.since,
    )


def _device(value: object) -> Device:
    if not isinstance(value, dict) or tuple(value) != _FIELDS:
        raise FileRefusal("KEY-533")
    numbers = ("last_sequence", "since")
    if not all(isinstance(value[name], str) for name in _FIELDS if name not in numbers):
        raise FileRefusal("KEY-533")
    if not all(type(value[name]) is int and value[name] >= 0 for name in numbers):
        raise FileRefusal("KEY-533")
    role = DeviceRole(value["role"])
    card = KeyCard(
        value["agency_code"],
        value["agency_name"],
        value["device"],
        role is DeviceRole.REGION,
        value["minisign"],
        value["age"],
    )
    check_card(card)
    if value["last_sequence"] > MAX_SEQUENCE or len(value["reason"]) > MAX_REASON_LENGTH:
        raise FileRefusal("KEY-533")
    if _EPOCH.fullmatch(value["last_epoch"]) is None:
        raise FileRefusal("KEY-533")
    return Device(
        card.agency_code,
        card.agency_name,
        card.device,
        role,
        card.minisign_key,
        card.age_recipient,
        KeyStatus(value["status"]),
        value["last_epoch"],
        value["last_sequence"],
        value["reason"],
        value["since"],
    )


def is_list(data: bytes) -> bool:
    """Whether some bytes begin as a trust list does; nothing is believed yet."""
    return data[30:41] == b"1.root.json"
