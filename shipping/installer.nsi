; The installer of MeritDesk for Windows: for one person, without an administrator, in Indonesian and English.
; makensis -DVERSION=… -DNUMBERS=… -DFOLDER=… -DICON=… -DTARGET=… installer.nsi (shipping/windows.py does it)

; The program is for 64 bits, so the installer is too; 32 bits could not start it.
Target amd64-unicode
Unicode true
ManifestDPIAware true
SetCompressor /SOLID lzma
RequestExecutionLevel user
Name "MeritDesk"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\MeritDesk"
InstallDirRegKey HKCU "Software\MeritDesk\Installation" "Folder"
BrandingText "MeritDesk ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\MeritDesk"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\MeritDesk\Installation"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\MeritDesk.exe"

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_LICENSE "${FOLDER}\_internal\LICENSE"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!define MUI_UNCONFIRMPAGE_TEXT_TOP "$(KEPT)"
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first one is what a silent installation speaks.
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString KEPT ${LANG_INDONESIAN} "Hanya program yang dihapus. Data kantor TETAP ADA dan tidak disentuh: setiap simpanan di folder yang Anda pilih sendiri (biasanya $PROFILE\MeritDesk), cadangan, dan kertas yang sudah ditulis. Untuk memakainya lagi, pasang MeritDesk dan buka folder itu."
LangString KEPT ${LANG_ENGLISH} "Only the program is removed. The office's data STAYS and is not touched: every store in the folder you chose yourself (usually $PROFILE\MeritDesk), backups, and papers that were written. To use it again, install MeritDesk and open that folder."
LangString OLD ${LANG_INDONESIAN} "MeritDesk memerlukan Windows 10 (64-bit) versi 1809 atau yang lebih baru."
LangString OLD ${LANG_ENGLISH} "MeritDesk needs Windows 10 (64-bit), version 1809 or newer."
LangString RUNNING ${LANG_INDONESIAN} "MeritDesk masih terbuka. Tutup dahulu, lalu ulangi."
LangString RUNNING ${LANG_ENGLISH} "MeritDesk is still open. Close it first, then try again."
LangString CONSOLE ${LANG_INDONESIAN} "MeritDesk (baris perintah)"
LangString CONSOLE ${LANG_ENGLISH} "MeritDesk (command line)"
LangString PACKAGE ${LANG_INDONESIAN} "Paket MeritDesk"
LangString PACKAGE ${LANG_ENGLISH} "MeritDesk package"

VIProductVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 "ProductName" "MeritDesk"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "MeritDesk setup"
VIAddVersionKey /LANG=0 "CompanyName" "MeritDesk"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT licence"

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD)" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; A program file that is running cannot be opened for writing.
!macro REFUSE_WHILE_RUNNING
  ${If} ${FileExists} "$INSTDIR\MeritDesk.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\MeritDesk.exe" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONSTOP "$(RUNNING)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro REMOVE_PROGRAM
  ; Only what the program brought; whatever else lies in the folder stays, and then the folder too.
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\MeritDesk.exe"
  Delete "$INSTDIR\meritdesk.com"
!macroend

Section
  SetShellVarContext current
  !insertmacro REFUSE_WHILE_RUNNING
  ; An older version goes first, so that none of its files stays among the new ones.
  !insertmacro REMOVE_PROGRAM
  SetOutPath "$INSTDIR"
  File /r "${FOLDER}\*.*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"

  CreateDirectory "$SMPROGRAMS\MeritDesk"
  SetOutPath "$PROFILE"
  CreateShortcut "$SMPROGRAMS\MeritDesk\MeritDesk.lnk" "$INSTDIR\MeritDesk.exe"
  CreateShortcut "$SMPROGRAMS\MeritDesk\$(CONSOLE).lnk" "$SYSDIR\cmd.exe" '/k "set PATH=$INSTDIR;%PATH%&& meritdesk --help"' "$INSTDIR\MeritDesk.exe"

  WriteRegStr HKCU "Software\Classes\.merit" "" "MeritDesk.Package"
  WriteRegStr HKCU "Software\Classes\.merit" "Content Type" "application/vnd.meritdesk.package"
  WriteRegStr HKCU "Software\Classes\MeritDesk.Package" "" "$(PACKAGE)"
  WriteRegStr HKCU "Software\Classes\MeritDesk.Package\DefaultIcon" "" "$INSTDIR\MeritDesk.exe,0"
  WriteRegStr HKCU "Software\Classes\MeritDesk.Package\shell\open\command" "" '"$INSTDIR\MeritDesk.exe" "%1"'

  WriteRegStr HKCU "Software\MeritDesk\Installation" "Folder" "$INSTDIR"
  WriteRegStr HKCU "Software\MeritDesk\Installation" "Language" "$LANGUAGE"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "MeritDesk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "MeritDesk"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\MeritDesk.exe,0"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

Section Uninstall
  SetShellVarContext current
  !insertmacro REFUSE_WHILE_RUNNING
  !insertmacro REMOVE_PROGRAM
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\MeritDesk\*.lnk"
  RMDir "$SMPROGRAMS\MeritDesk"
  ReadRegStr $0 HKCU "Software\Classes\.merit" ""
  ${If} $0 == "MeritDesk.Package"
    DeleteRegKey HKCU "Software\Classes\.merit"
  ${EndIf}
  DeleteRegKey HKCU "Software\Classes\MeritDesk.Package"
  DeleteRegKey HKCU "Software\MeritDesk\Installation"
  DeleteRegKey HKCU "${UNINSTALL}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
  ; The settings of the window (HKCU\Software\MeritDesk\MeritDesk) and every store stay.
  DetailPrint "$(KEPT)"
  SetDetailsPrint none
SectionEnd
