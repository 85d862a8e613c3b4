; The installer for Windows: for one person, without an administrator, and gone without a trace when it is removed.
;
; Compiled by packaging/windows_installer.py, which defines VERSION (1.2.3), PAYLOAD (the bundle's folder), OUTPUT,
; ICON, SIDE (pictures), and SIGN (a command, to which the file is given) where the installer is to be signed.

Unicode true
Target amd64-unicode ; as Listo itself is; Debian's NSIS has it
!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include Win\COM.nsh
!include Win\Propkey.nsh

!define APP "Listo"
!define APP_ID "app.listo.Listo" ; APP_ID in gui/listo/ui/app.py, so that the task bar knows the window
!define PROG_ID "Listo.Spreadsheet"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Listo"
!define APPLICATION "Software\Classes\Applications\Listo.exe"
!define APP_PATH "Software\Microsoft\Windows\CurrentVersion\App Paths\Listo.exe"
!define DATA "$LOCALAPPDATA\Listo" ; where platformdirs puts a person's sessions and settings

Name "${APP}"
OutFile "${OUTPUT}"
InstallDir "$LOCALAPPDATA\Programs\Listo"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true
ManifestSupportedOS Win10
BrandingText "${APP} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${APP}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "${APP} setup"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "CompanyName" "The Listo founders"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT license"

!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"'
  !finalize '${SIGN} "%1"'
!endif

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\Listo.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES

; The first is taken where the system speaks none of them.
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "PortugueseBR"
!insertmacro MUI_LANGUAGE "SpanishInternational"
!include texts.nsh

!macro ForEachSuffix DO
  !insertmacro ${DO} ".xlsx"
  !insertmacro ${DO} ".xlsm"
  !insertmacro ${DO} ".xls"
  !insertmacro ${DO} ".ods"
  !insertmacro ${DO} ".csv"
!macroend

; A suffix lists us among those that can open it; the program that opens it by default stays the person's.
!macro OfferFor SUFFIX
  WriteRegStr HKCU "Software\Classes\${SUFFIX}\OpenWithProgids" "${PROG_ID}" ""
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" "${SUFFIX}" ""
!macroend

!macro WithdrawFrom SUFFIX
  DeleteRegValue HKCU "Software\Classes\${SUFFIX}\OpenWithProgids" "${PROG_ID}"
  DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\${SUFFIX}"
!macroend

; A program that runs cannot be written to: that is how it is seen, whoever started it.
!macro RetryWhileOpen PROGRAM AGAIN
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(CLOSE_FIRST)" /SD IDCANCEL IDRETRY ${AGAIN}
      SetErrorLevel 2
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro WaitUntilClosed UN
Function ${UN}WaitUntilClosed
  again:
  !insertmacro RetryWhileOpen "Listo.exe" again
  !insertmacro RetryWhileOpen "listo-terminal.exe" again
FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

; What an installation consists of, and nothing else that may lie in the folder.
!macro RemoveProgram
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\Listo.exe"
  Delete "$INSTDIR\listo-terminal.exe"
  Delete "$INSTDIR\Uninstall.exe"
!macroend

; The task bar holds a window for this entry's when both have the same ID.
!macro GiveId SHORTCUT
  !insertmacro ComHlpr_CreateInProcInstance ${CLSID_ShellLink} ${IID_IShellLink} r0 ""
  ${If} $0 P<> 0
    ${IUnknown::QueryInterface} $0 '("${IID_IPersistFile}",.r1)'
    ${IUnknown::QueryInterface} $0 '("${IID_IPropertyStore}",.r2)'
    ${If} $1 P<> 0
    ${AndIf} $2 P<> 0
      ${IPersistFile::Load} $1 '("${SHORTCUT}", ${STGM_READWRITE})'
      System::Call '*${SYSSTRUCT_PROPERTYKEY}(${PKEY_AppUserModel_ID})p.r3'
      System::Call '*(&w64 "${APP_ID}")p.r4'
      System::Call '*${SYSSTRUCT_PROPVARIANT}(${VT_LPWSTR},,p r4)p.r5'
      ${IPropertyStore::SetValue} $2 '(r3,r5)'
      ${IPropertyStore::Commit} $2 ""
      ${IPersistFile::Save} $1 '("${SHORTCUT}", 1)'
      System::Free $5
      System::Free $4
      System::Free $3
    ${EndIf}
    ${IUnknown::Release} $2 ""
    ${IUnknown::Release} $1 ""
    ${IUnknown::Release} $0 ""
  ${EndIf}
!macroend

!macro TellTheDesktop
  System::Call 'shell32::SHChangeNotify(i 0x8000000, i 0, p 0, p 0)' ; SHCNE_ASSOCCHANGED
!macroend

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TOO_OLD)" /SD IDOK
    SetErrorLevel 3
    Abort
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
FunctionEnd

Section
  Call WaitUntilClosed
  !insertmacro RemoveProgram ; files of a version before, which this one may not have
  SetOutPath "$INSTDIR"
  File /r "${PAYLOAD}/*.*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"

  CreateShortcut "$SMPROGRAMS\Listo.lnk" "$INSTDIR\Listo.exe"
  !insertmacro GiveId "$SMPROGRAMS\Listo.lnk"

  WriteRegStr HKCU "Software\Classes\${PROG_ID}" "" "$(SPREADSHEET)"
  WriteRegStr HKCU "Software\Classes\${PROG_ID}" "AppUserModelID" "${APP_ID}"
  WriteRegStr HKCU "Software\Classes\${PROG_ID}\DefaultIcon" "" "$INSTDIR\Listo.exe,0"
  WriteRegStr HKCU "Software\Classes\${PROG_ID}\shell\open\command" "" '"$INSTDIR\Listo.exe" "%1"'
  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "${APP}"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\Listo.exe" "%1"'
  !insertmacro ForEachSuffix OfferFor
  WriteRegStr HKCU "${APP_PATH}" "" "$INSTDIR\Listo.exe"

  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${APP}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\Listo.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Listo founders"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  !insertmacro TellTheDesktop
SectionEnd

Section "Uninstall"
  Call un.WaitUntilClosed
  ; The person's work goes only where that is asked for: in words, or with /DATA=delete without a window.
  ${GetParameters} $0
  ${GetOptions} $0 "/DATA=" $1
  ${If} ${FileExists} "${DATA}\*.*"
    ${If} $1 == "delete"
      RMDir /r "${DATA}"
    ${Else}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(DELETE_DATA)" /SD IDNO IDNO +2
      RMDir /r "${DATA}"
    ${EndIf}
  ${EndIf}
  !insertmacro RemoveProgram
  SetOutPath "$TEMP"
  RMDir "$INSTDIR" ; only where nothing of the person's own lies in it
  Delete "$SMPROGRAMS\Listo.lnk"
  !insertmacro ForEachSuffix WithdrawFrom
  DeleteRegKey HKCU "Software\Classes\${PROG_ID}"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey HKCU "${APP_PATH}"
  DeleteRegKey HKCU "${UNINSTALL}"
  !insertmacro TellTheDesktop
SectionEnd
