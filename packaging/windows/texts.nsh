; What the installer says beyond NSIS's own words, in its three languages.

LangString CLOSE_FIRST ${LANG_ENGLISH} "Listo is open. Close it, then choose Retry."
LangString CLOSE_FIRST ${LANG_PORTUGUESEBR} "O Listo está aberto. Feche-o e escolha Repetir."
LangString CLOSE_FIRST ${LANG_SPANISHINTERNATIONAL} "Listo está abierto. Ciérralo y elige Reintentar."

LangString DELETE_DATA ${LANG_ENGLISH} "Delete your stored work too? Sessions, settings of your stores and remembered choices would be gone for good. Your spreadsheets stay in any case."
LangString DELETE_DATA ${LANG_PORTUGUESEBR} "Excluir também o seu trabalho guardado? Sessões, configurações das lojas e escolhas lembradas seriam perdidas para sempre. Suas planilhas ficam de qualquer forma."
LangString DELETE_DATA ${LANG_SPANISHINTERNATIONAL} "¿Borrar también tu trabajo guardado? Las sesiones, la configuración de tus tiendas y las elecciones recordadas se perderían para siempre. Tus hojas de cálculo se quedan en todo caso."

LangString TOO_OLD ${LANG_ENGLISH} "Listo needs Windows 10 or newer, 64 bits."
LangString TOO_OLD ${LANG_PORTUGUESEBR} "O Listo precisa do Windows 10 ou mais novo, de 64 bits."
LangString TOO_OLD ${LANG_SPANISHINTERNATIONAL} "Listo necesita Windows 10 o posterior, de 64 bits."

LangString SPREADSHEET ${LANG_ENGLISH} "Spreadsheet"
LangString SPREADSHEET ${LANG_PORTUGUESEBR} "Planilha"
LangString SPREADSHEET ${LANG_SPANISHINTERNATIONAL} "Hoja de cálculo"
