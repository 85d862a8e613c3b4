<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en_US">
<context>
    <name>AfterwardsPage</name>
    <message>
        <source>Then, in your VTEX Admin</source>
        <translation>Después, en tu Admin VTEX</translation>
    </message>
    <message>
        <source>Tick off what you have done; Listo keeps it.</source>
        <translation>Marca lo que ya hiciste; Listo lo guarda.</translation>
    </message>
    <message>
        <source>Save the corrected copy first. Then this is what to do with it.</source>
        <translation>Guarda primero la copia corregida. Después, esto es lo que se hace con ella.</translation>
    </message>
    <message>
        <source>On to saving</source>
        <translation>Ir a guardar</translation>
    </message>
    <message>
        <source>Open Marketplace &gt; Integrations &gt; Settings, click the gear on the Amazon card, choose Upload mapping template, then Upload file, and choose “{name}”.</source>
        <translation>Abre Marketplace &gt; Integraciones &gt; Configuración, haz clic en el engranaje de la tarjeta de Amazon, elige Carga de mapeo, luego Subir archivo, y elige “{name}”.</translation>
    </message>
    <message>
        <source>Open Marketplace &gt; Connections &gt; Products, filter by Amazon, and choose Actions &gt; Reprocess.</source>
        <translation>Abre Marketplace &gt; Conexiones &gt; Productos, filtra por Amazon y elige Acciones &gt; Reprocesar.</translation>
    </message>
    <message>
        <source>Look again after a while. What Amazon still refuses shows there, and Listo explains it.</source>
        <translation>Vuelve a mirar después de un rato. Lo que Amazon siga rechazando aparece ahí, y Listo lo explica.</translation>
    </message>
    <message>
        <source>What to reprocess</source>
        <translation>Qué reprocesar</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more category(ies), in the list to copy</source>
        <translation>
            <numerusform>y %Ln categoría más, en la lista para copiar</numerusform>
            <numerusform>y %Ln categorías más, en la lista para copiar</numerusform>
        </translation>
    </message>
    <message>
        <source>Your changes concern these categories. With an export of your products, Listo says which SKUs.</source>
        <translation>Tus cambios afectan a estas categorías. Con una exportación de tus productos, Listo dice qué SKU.</translation>
    </message>
    <message numerus="yes">
        <source>Your changes concern %Ln SKU(s) that are active, in:</source>
        <translation>
            <numerusform>Tus cambios afectan a %Ln SKU activo, en:</numerusform>
            <numerusform>Tus cambios afectan a %Ln SKU activos, en:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKU</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Check my spreadsheet for “{name}”</source>
        <translation>Buscar “{name}” en mi plantilla</translation>
    </message>
    <message>
        <source>Check my spreadsheet for this</source>
        <translation>Revisar esto en mi plantilla</translation>
    </message>
    <message>
        <source>Check my settings for this</source>
        <translation>Revisar esto en mi configuración</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Desmarcar todo</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiada</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Copiar la respuesta</translation>
    </message>
    <message>
        <source>Why it happens</source>
        <translation>Por qué ocurre</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Cómo resolverlo</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Conviene saberlo</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Más información</translation>
    </message>
    <message>
        <source>Looks alike</source>
        <translation>Parecidos</translation>
    </message>
    <message>
        <source>Known from: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>AreasView</name>
    <message>
        <source>Or browse all errors</source>
        <translation>O mira todos los errores</translation>
    </message>
    <message>
        <source>or drop an export or an Amazon report here</source>
        <translation>o suelta aquí una exportación o un informe de Amazon</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>BusyPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Revisando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>New text for {column}</source>
        <translation>Texto nuevo para {column}</translation>
    </message>
    <message>
        <source>What it may say (Down)</source>
        <translation>Lo que puede decir (flecha abajo)</translation>
    </message>
</context>
<context>
    <name>ChangeDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>(empty)</source>
        <translation>(vacía)</translation>
    </message>
    <message>
        <source>Row deleted</source>
        <translation>Fila eliminada</translation>
    </message>
    <message>
        <source>Row added</source>
        <translation>Fila agregada</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>In your file</source>
        <translation>En tu archivo</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>En la copia</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>(not in the sheet)</source>
        <translation>(no está en la plantilla)</translation>
    </message>
    <message>
        <source>Please look whether this is right.</source>
        <translation>Comprueba si está bien.</translation>
    </message>
    <message>
        <source>Without {columns}, what needs it is not checked.</source>
        <translation>Sin {columns}, lo que depende de eso no se comprueba.</translation>
    </message>
    <message>
        <source>One column of the sheet is chosen twice.</source>
        <translation>Una columna de la plantilla está elegida dos veces.</translation>
    </message>
    <message>
        <source>Say at least of one column which it is.</source>
        <translation>Indica cuál es al menos una de las columnas.</translation>
    </message>
    <message>
        <source>The file has several sheets that could be it.</source>
        <translation>El archivo tiene varias hojas que podrían ser la plantilla.</translation>
    </message>
    <message>
        <source>Not all seven columns were found.</source>
        <translation>No se encontraron las siete columnas.</translation>
    </message>
    <message>
        <source>Some columns were told by what stands in them.</source>
        <translation>Algunas columnas se reconocieron por su contenido.</translation>
    </message>
    <message>
        <source>Some columns are there twice.</source>
        <translation>Algunas columnas están dos veces.</translation>
    </message>
    <message>
        <source>Sheet and columns</source>
        <translation>Hoja y columnas</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Hoja</translation>
    </message>
    <message>
        <source>Header in row</source>
        <translation>Encabezado en la fila</translation>
    </message>
    <message>
        <source>As Listo sees it</source>
        <translation>Como lo ve Listo</translation>
    </message>
    <message>
        <source>Forget what was chosen here</source>
        <translation>Olvidar lo que se eligió aquí</translation>
    </message>
    <message>
        <source>Go on with this</source>
        <translation>Seguir con esto</translation>
    </message>
    <message>
        <source>Nothing here needs a decision. Change it where Listo is mistaken.</source>
        <translation>Nada aquí necesita una decisión. Cámbialo donde Listo se equivoque.</translation>
    </message>
    <message>
        <source>{doubts} Please look whether this is right.</source>
        <translation>{doubts} Comprueba si está bien.</translation>
    </message>
</context>
<context>
    <name>CopyLines</name>
    <message>
        <source>Everything else is the same as in your file.</source>
        <translation>Todo lo demás queda igual que en tu archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) changed</source>
        <translation>
            <numerusform>%Ln celda cambiada</numerusform>
            <numerusform>%Ln celdas cambiadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added below the last one</source>
        <translation>
            <numerusform>%Ln fila agregada debajo de la última</numerusform>
            <numerusform>%Ln filas agregadas debajo de la última</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted</source>
        <translation>
            <numerusform>%Ln fila eliminada</numerusform>
            <numerusform>%Ln filas eliminadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted; the rows below move up</source>
        <translation>
            <numerusform>%Ln fila eliminada; las filas de abajo suben</numerusform>
            <numerusform>%Ln filas eliminadas; las filas de abajo suben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted row(s) stay as empty rows: if the rows below moved up, this would no longer fit in your file: {things}. Open the copy in Excel and delete the empty rows there before you upload it.</source>
        <translation>
            <numerusform>%Ln fila eliminada queda en la copia como fila vacía: si las filas de abajo subieran, esto dejaría de funcionar en tu archivo: {things}. Abre la copia en Excel y elimina la fila vacía antes de subir el archivo.</numerusform>
            <numerusform>%Ln filas eliminadas quedan en la copia como filas vacías: si las filas de abajo subieran, esto dejaría de funcionar en tu archivo: {things}. Abre la copia en Excel y elimina las filas vacías antes de subir el archivo.</numerusform>
        </translation>
    </message>
    <message>
        <source>formulas</source>
        <translation>fórmulas</translation>
    </message>
    <message>
        <source>merged cells</source>
        <translation>celdas combinadas</translation>
    </message>
    <message>
        <source>links</source>
        <translation>vínculos</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>tablas</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>comentarios</translation>
    </message>
    <message>
        <source>pictures and shapes</source>
        <translation>imágenes y formas</translation>
    </message>
    <message>
        <source>named cells</source>
        <translation>celdas con nombre</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>gráficos</translation>
    </message>
    <message>
        <source>pivot tables</source>
        <translation>tablas dinámicas</translation>
    </message>
    <message>
        <source>settings of the sheet</source>
        <translation>ajustes de la hoja</translation>
    </message>
    <message>
        <source>The copy is a new Excel workbook (.xlsx), because Listo does not write {suffix} files. All sheets are in it with their texts, numbers and dates. Not in it: formatting, column widths, pictures, comments, macros, and formulas, which become the values that they show.</source>
        <translation>La copia es un libro nuevo de Excel (.xlsx), porque Listo no guarda archivos {suffix}. Trae todas las hojas con sus textos, números y fechas. No trae el formato, el ancho de las columnas, las imágenes, los comentarios ni las macros, y las fórmulas quedan como los valores que muestran.</translation>
    </message>
</context>
<context>
    <name>DecisionsDialog</name>
    <message>
        <source>Forget everything that was chosen, for all stores? Your files stay as they are.</source>
        <translation>¿Olvidar todo lo que se eligió, en todas las tiendas? Tus archivos quedan como están.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Olvidar todo</translation>
    </message>
    <message>
        <source>Remembered choices</source>
        <translation>Elecciones recordadas</translation>
    </message>
    <message>
        <source>What you chose once is proposed first the next time. It stays on this machine.</source>
        <translation>Lo que elegiste una vez es la primera sugerencia la próxima. Se queda en este equipo.</translation>
    </message>
    <message>
        <source>This sheet is of the store</source>
        <translation>Esta hoja es de la tienda</translation>
    </message>
    <message>
        <source>any name</source>
        <translation>cualquier nombre</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Todas las tiendas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>In VTEX</source>
        <translation>En VTEX</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>Decía</translation>
    </message>
    <message>
        <source>You chose</source>
        <translation>Elegiste</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>Nothing here. What you choose while mending is remembered.</source>
        <translation>Aquí no hay nada. Se recordará lo que elijas al corregir.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>Olvidar todo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Let go to open</source>
        <translation>Suelta para abrir</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… y %Ln más</numerusform>
            <numerusform>… y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>take these settings over</source>
        <translation>usar esta configuración</translation>
    </message>
    <message>
        <source>a folder without tables</source>
        <translation>carpeta sin hojas de cálculo</translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation>viendo qué es…</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>no se puede usar</translation>
    </message>
    <message>
        <source>compare your settings with it</source>
        <translation>comparar tu configuración con él</translation>
    </message>
    <message>
        <source>check it</source>
        <translation>revisar</translation>
    </message>
    <message>
        <source>Amazon&apos;s accepted values</source>
        <translation>valores aceptados por Amazon</translation>
    </message>
    <message>
        <source>your products and SKUs in VTEX</source>
        <translation>tus productos y SKU en VTEX</translation>
    </message>
    <message>
        <source>your SKU fields in VTEX</source>
        <translation>tus especificaciones de SKU en VTEX</translation>
    </message>
    <message>
        <source>your product fields in VTEX</source>
        <translation>tus especificaciones de producto en VTEX</translation>
    </message>
    <message>
        <source>explain the errors in this Amazon report</source>
        <translation>explicar los errores de este informe de Amazon</translation>
    </message>
    <message>
        <source>explain these error messages</source>
        <translation>explicar estos mensajes de error</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop more files here</source>
        <translation>Suelta más archivos aquí</translation>
    </message>
    <message>
        <source>Drop your mapping sheet here</source>
        <translation>Suelta aquí tu plantilla de mapeo</translation>
    </message>
    <message>
        <source>Any order, several at once: Listo sees what each one is.</source>
        <translation>En cualquier orden, varios a la vez: Listo reconoce cada uno.</translation>
    </message>
    <message>
        <source>The spreadsheet of categories and attributes that you upload to VTEX. It stays as it is.</source>
        <translation>La plantilla de categorías y atributos que subes a VTEX. El archivo no se modifica.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Elegir archivos…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Probar con el ejemplo</translation>
    </message>
</context>
<context>
    <name>DroppedDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s) left out</source>
        <translation>
            <numerusform>%Ln corrección que quedó fuera</numerusform>
            <numerusform>%Ln correcciones que quedaron fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>The new file says something else in these cells. They stay as it says.</source>
        <translation>El archivo nuevo dice otra cosa en estas celdas. Quedan como él dice.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>Decía</translation>
    </message>
    <message>
        <source>You wanted</source>
        <translation>Querías</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something went wrong in Listo. Your work is stored; open it again from Recent.</source>
        <translation>Algo salió mal en Listo. Tu trabajo está guardado; ábrelo de nuevo desde Recientes.</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your work is safe; it is being opened again…</source>
        <translation>Algo salió mal en Listo. Tu trabajo está a salvo y se está abriendo de nuevo…</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your work is back as it was.</source>
        <translation>Algo salió mal en Listo. Tu trabajo está de vuelta, como estaba.</translation>
    </message>
</context>
<context>
    <name>FileCardView</name>
    <message numerus="yes">
        <source>Makes %Ln more check(s) possible</source>
        <translation>
            <numerusform>Permite %Ln comprobación más</numerusform>
            <numerusform>Permite %Ln comprobaciones más</numerusform>
        </translation>
    </message>
    <message>
        <source>sheet “{name}”</source>
        <translation>hoja “{name}”</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>del {date}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation type="unfinished">
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attribute(s)</source>
        <translation>
            <numerusform>%Ln atributo</numerusform>
            <numerusform>%Ln atributos</numerusform>
        </translation>
    </message>
    <message>
        <source>Not checked: Listo is working on “{name}”, one mapping sheet at a time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is for another marketplace than {expected}. Its values may differ.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It is %Ln day(s) old, and Amazon changes its values. Download it again to be sure.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) cannot run, because this export lacks: {columns}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Take “{name}” out</source>
        <translation>Quitar “{name}”</translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message>
        <source>Your file was changed by another program. Your corrections are kept here.</source>
        <translation>Otro programa cambió tu archivo. Tus correcciones están guardadas aquí.</translation>
    </message>
    <message>
        <source>Take up the new file</source>
        <translation>Usar el archivo nuevo</translation>
    </message>
    <message>
        <source>Go on with mine</source>
        <translation>Seguir con el mío</translation>
    </message>
    <message>
        <source>The file changed meanwhile. All your corrections still fit.</source>
        <translation>El archivo cambió entretanto. Todas tus correcciones aún sirven.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed cell(s) still fit</source>
        <translation>
            <numerusform>%Ln celda cambiada aún sirve</numerusform>
            <numerusform>%Ln celdas cambiadas aún sirven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) no longer fit and were left out</source>
        <translation>
            <numerusform>%Ln corrección ya no sirve y quedó fuera</numerusform>
            <numerusform>%Ln correcciones ya no sirven y quedaron fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>The file changed meanwhile: {fitting}, {lost}.</source>
        <translation>El archivo cambió entretanto: {fitting}, {lost}.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlas</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguno todavía</translation>
    </message>
    <message>
        <source>Compare with it no more</source>
        <translation>Dejar de comparar con este archivo</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Choose files</source>
        <translation>Elegir archivos</translation>
    </message>
    <message>
        <source>Spreadsheets ({patterns})</source>
        <translation>Hojas de cálculo ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Tus archivos</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Revisar mi plantilla</translation>
    </message>
    <message numerus="yes">
        <source>See %Ln problem(s)</source>
        <translation>
            <numerusform>Ver %Ln problema</numerusform>
            <numerusform>Ver %Ln problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>Ver el resultado</translation>
    </message>
    <message>
        <source>Finds what keeps your products from reaching Amazon, and helps you fix it, step by step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The category template from Seller Central, or VTEX’s mandatory-attribute spreadsheet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping sheet is still missing: drop it here too.</source>
        <translation>Todavía falta la plantilla de mapeo: suéltala aquí también.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) ran</source>
        <translation>
            <numerusform>%Ln comprobación hecha</numerusform>
            <numerusform>%Ln comprobaciones hechas</numerusform>
        </translation>
    </message>
    <message>
        <source>What else you can add</source>
        <translation>Qué más puedes agregar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more check(s)</source>
        <translation>
            <numerusform>%Ln comprobación más</numerusform>
            <numerusform>%Ln comprobaciones más</numerusform>
        </translation>
    </message>
    <message>
        <source>Amazon&apos;s accepted values</source>
        <translation>Valores que acepta Amazon</translation>
    </message>
    <message>
        <source>Your products and SKUs</source>
        <translation>Tus productos y SKU</translation>
    </message>
    <message>
        <source>The export of products and SKUs from your VTEX Admin.</source>
        <translation>La exportación de productos y SKU de tu Admin VTEX.</translation>
    </message>
    <message>
        <source>Your specifications</source>
        <translation>Tus especificaciones</translation>
    </message>
    <message>
        <source>The export of product or SKU specifications from your VTEX Admin.</source>
        <translation>La exportación de especificaciones de producto o de SKU de tu Admin VTEX.</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>Replace in %Ln cell(s)</source>
        <translation>
            <numerusform>Reemplazar en %Ln celda</numerusform>
            <numerusform>Reemplazar en %Ln celdas</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln cell(s)</source>
        <translation>
            <numerusform>En %Ln celda</numerusform>
            <numerusform>En %Ln celdas</numerusform>
        </translation>
    </message>
    <message>
        <source>In no cell</source>
        <translation>En ninguna celda</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Reemplazar por</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Todas las columnas</translation>
    </message>
    <message>
        <source>In which column</source>
        <translation>En qué columna</translation>
    </message>
    <message>
        <source>Whole cell</source>
        <translation>Celda completa</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Distinguir mayúsculas</translation>
    </message>
    <message>
        <source>Show next</source>
        <translation>Mostrar el siguiente</translation>
    </message>
    <message>
        <source>Enter: show the next place in the whole sheet</source>
        <translation>Enter: muestra el siguiente lugar en toda la plantilla</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Cerrar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Find an error</source>
        <translation>Entender un error</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Revisar mi plantilla</translation>
    </message>
    <message>
        <source>Check my settings</source>
        <translation>Revisar configuración</translation>
    </message>
    <message>
        <source>What Listo does</source>
        <translation>Lo que hace Listo</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Go on with earlier work (Ctrl+R)</source>
        <translation>Seguir con un trabajo anterior (Ctrl+R)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>What can I do here? (F1)</source>
        <translation>¿Qué puedo hacer aquí? (F1)</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Find an error</source>
        <translation>Entender un error</translation>
    </message>
    <message>
        <source>Paste the message that VTEX or Amazon shows, in any language, whole or in part.</source>
        <translation>Pega el mensaje que muestra VTEX o Amazon, en cualquier idioma, entero o en parte.</translation>
    </message>
    <message>
        <source>A number such as 8560 or a few words such as “expired token” do as well.</source>
        <translation>También sirve un número como 8560 o algunas palabras como “token vencido”.</translation>
    </message>
    <message>
        <source>Paste many lines, or drop an export, to see which errors hold up most SKUs.</source>
        <translation>Pega muchas líneas o suelta una exportación para ver qué errores frenan más SKU.</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Revisar mi plantilla</translation>
    </message>
    <message>
        <source>Drop the mapping sheet that you upload to VTEX anywhere on the window.</source>
        <translation>Suelta en cualquier parte de la ventana la plantilla de mapeo que subes a VTEX.</translation>
    </message>
    <message>
        <source>Add an Amazon category template or an export from VTEX, and more is checked.</source>
        <translation>Agrega una plantilla de categoría de Amazon o una exportación de VTEX y se revisarán más cosas.</translation>
    </message>
    <message>
        <source>Decide on each kind of problem, then save a corrected copy. Your file is never changed.</source>
        <translation>Decide sobre cada tipo de problema y guarda una copia corregida. Tu archivo nunca cambia.</translation>
    </message>
    <message>
        <source>Check my settings</source>
        <translation>Revisar configuración</translation>
    </message>
    <message>
        <source>Write in what stands in VTEX and what stands at Amazon, and see where they differ.</source>
        <translation>Escribe lo que está en VTEX y lo que está en Amazon y mira en qué se diferencian.</translation>
    </message>
    <message>
        <source>The question mark beside each field says where to find it in both places.</source>
        <translation>El signo de interrogación junto a cada campo dice dónde encontrarlo en ambos lugares.</translation>
    </message>
    <message>
        <source>Listo never asks for a token or a password: do not write one anywhere here.</source>
        <translation>Listo nunca pide un token ni una contraseña: no escribas ninguno aquí.</translation>
    </message>
    <message>
        <source>to the field</source>
        <translation>ir al campo</translation>
    </message>
    <message>
        <source>Down, Enter</source>
        <translation>Flecha abajo, Enter</translation>
    </message>
    <message>
        <source>from the field to the errors found</source>
        <translation>del campo a los errores encontrados</translation>
    </message>
    <message>
        <source>the first to the ninth error</source>
        <translation>del primer al noveno error</translation>
    </message>
    <message>
        <source>clear the field; all errors by area</source>
        <translation>vaciar el campo; todos los errores por área</translation>
    </message>
    <message>
        <source>undo and redo</source>
        <translation>deshacer y rehacer</translation>
    </message>
    <message>
        <source>the three tabs</source>
        <translation>las tres pestañas</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>abrir archivos</translation>
    </message>
    <message>
        <source>recent work</source>
        <translation>trabajos recientes</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>esta página</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>Paste what VTEX or Amazon shows: one message, or a whole list of them.</source>
        <translation>Pega lo que muestra VTEX o Amazon: un mensaje o una lista entera.</translation>
    </message>
    <message>
        <source>Drop your mapping sheet. Your file is never changed: you save a corrected copy.</source>
        <translation>Suelta aquí tu plantilla de mapeo. El archivo nunca cambia: guardas una copia corregida.</translation>
    </message>
    <message>
        <source>Begin with the Seller ID: copy it from VTEX and from Amazon, and see whether they agree.</source>
        <translation>Empieza por el Seller ID: cópialo de VTEX y de Amazon y mira si coinciden.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Cómo funciona</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Entendido</translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted</source>
        <translation>
            <numerusform>%Ln fila eliminada</numerusform>
            <numerusform>%Ln filas eliminadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added</source>
        <translation>
            <numerusform>%Ln fila agregada</numerusform>
            <numerusform>%Ln filas agregadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as it is</source>
        <translation>
            <numerusform>%Ln dejado como está</numerusform>
            <numerusform>%Ln dejados como están</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln taken up again</source>
        <translation>
            <numerusform>%Ln retomado</numerusform>
            <numerusform>%Ln retomados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) to “{value}”</source>
        <translation>
            <numerusform>%Ln celda a “{value}”</numerusform>
            <numerusform>%Ln celdas a “{value}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) of {column}</source>
        <translation>
            <numerusform>%Ln celda de {column}</numerusform>
            <numerusform>%Ln celdas de {column}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation>
            <numerusform>%Ln celda</numerusform>
            <numerusform>%Ln celdas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindEnding</name>
    <message>
        <source>Nothing of this kind is left</source>
        <translation>No queda ningún problema de este tipo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) of problem to go</source>
        <translation>
            <numerusform>Queda %Ln tipo de problema</numerusform>
            <numerusform>Quedan %Ln tipos de problema</numerusform>
        </translation>
    </message>
    <message>
        <source>Next kind</source>
        <translation>Tipo siguiente</translation>
    </message>
    <message>
        <source>Add a reference…</source>
        <translation>Agregar una referencia…</translation>
    </message>
    <message numerus="yes">
        <source>No problem found by the %Ln check(s) that ran</source>
        <translation>
            <numerusform>Ningún problema en la %Ln comprobación hecha</numerusform>
            <numerusform>Ningún problema en las %Ln comprobaciones hechas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln change(s)</source>
        <translation>
            <numerusform>Revisar %Ln cambio</numerusform>
            <numerusform>Revisar %Ln cambios</numerusform>
        </translation>
    </message>
    <message>
        <source>Every check had what it needs.</source>
        <translation>Todas las comprobaciones tenían lo que necesitaban.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) did not run for want of a reference</source>
        <translation>
            <numerusform>%Ln comprobación no se hizo por falta de una referencia</numerusform>
            <numerusform>%Ln comprobaciones no se hicieron por falta de una referencia</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>KindHeading</name>
    <message>
        <source>VTEX would answer: “{message}”</source>
        <translation>VTEX respondería: “{message}”</translation>
    </message>
    <message>
        <source>{place} of {all}</source>
        <translation>{place} de {all}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln set aside</source>
        <translation>
            <numerusform>%Ln apartado</numerusform>
            <numerusform>%Ln apartados</numerusform>
        </translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>¿Por qué?</translation>
    </message>
    <message>
        <source>About this error</source>
        <translation>Sobre este error</translation>
    </message>
    <message>
        <source>Remembered choices…</source>
        <translation>Elecciones recordadas…</translation>
    </message>
</context>
<context>
    <name>KindsModel</name>
    <message>
        <source>Done: {title}</source>
        <translation>Hecho: {title}</translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message numerus="yes">
        <source>Leave %Ln as it is</source>
        <translation>
            <numerusform>Dejar %Ln como está</numerusform>
            <numerusform>Dejar %Ln como están</numerusform>
        </translation>
    </message>
    <message>
        <source>It is set aside, counted apart, and can be taken up again under Review.</source>
        <translation>Queda aparte, contado por separado, y se puede retomar en Revisión.</translation>
    </message>
    <message>
        <source>Why (if you like)</source>
        <translation>Por qué (si quieres)</translation>
    </message>
    <message>
        <source>For example: the category is not sold any more</source>
        <translation>Por ejemplo: la categoría ya no se vende</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of this kind</source>
        <translation>
            <numerusform>%Ln de este tipo</numerusform>
            <numerusform>Los %Ln de este tipo</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Dejar como está</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>LeftModel</name>
    <message>
        <source>Take up again</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
</context>
<context>
    <name>LookupTab</name>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>These fit; the first fits best.</source>
        <translation>Estas coinciden; la primera es la más probable.</translation>
    </message>
    <message>
        <source>Listo does not know this message. Try other words, or browse the errors below.</source>
        <translation>Listo no conoce este mensaje. Prueba con otras palabras o mira los errores de abajo.</translation>
    </message>
    <message>
        <source>Choose one to look at it, if it says the same. Or try other words of the message.</source>
        <translation>Si alguno dice lo mismo, ábrelo. O prueba con otras palabras del mensaje.</translation>
    </message>
    <message>
        <source>Listo does not know this message. These come nearest, and may be another:</source>
        <translation>Listo no conoce este mensaje. Estos son los más parecidos y pueden ser otra cosa:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errores diferentes</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no message in it.</source>
        <translation>No hay ningún mensaje ahí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errores</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an error to see what it means and what to do.</source>
        <translation>Elige un error para ver qué significa y qué hacer.</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your work is stored.</source>
        <translation>Algo salió mal en Listo. Tu trabajo está guardado.</translation>
    </message>
    <message>
        <source>Open a list of error messages</source>
        <translation>Abrir una lista de mensajes de error</translation>
    </message>
    <message>
        <source>Find an error</source>
        <translation>Entender un error</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your work was opened again.</source>
        <translation>Tu trabajo se volvió a abrir.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Abrir archivos</translation>
    </message>
</context>
<context>
    <name>MendingBar</name>
    <message numerus="yes">
        <source>Use all %Ln suggestion(s)</source>
        <translation>
            <numerusform>Usar la sugerencia</numerusform>
            <numerusform>Usar las %Ln sugerencias</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Dejar como está…</translation>
    </message>
    <message>
        <source>Set it aside, with a reason if you like (Ctrl+L)</source>
        <translation>Apartarlo, con un motivo si quieres (Ctrl+L)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the cell by hand (F2)</source>
        <translation>Editar la celda a mano (F2)</translation>
    </message>
    <message numerus="yes">
        <source>Use for the %Ln selected</source>
        <translation>
            <numerusform>Usar en la %Ln seleccionada</numerusform>
            <numerusform>Usar en las %Ln seleccionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter: each gets its suggestion</source>
        <translation>Enter: cada una recibe su sugerencia</translation>
    </message>
    <message>
        <source>Ctrl+Enter: all alike</source>
        <translation>Ctrl+Enter: todas las iguales</translation>
    </message>
    <message>
        <source>“{new}” for every “{old}”</source>
        <translation>“{new}” en cada “{old}”</translation>
    </message>
    <message>
        <source>“{new}” for all that are empty</source>
        <translation>“{new}” en todas las vacías</translation>
    </message>
</context>
<context>
    <name>MessageInput</name>
    <message>
        <source>Paste the message, or type a few words or an error number</source>
        <translation>Pega el mensaje, o escribe algunas palabras o un número de error</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Mensaje de error</translation>
    </message>
</context>
<context>
    <name>NamesBar</name>
    <message numerus="yes">
        <source>%Ln different name(s) in these messages:</source>
        <translation>
            <numerusform>%Ln nombre distinto en estos mensajes:</numerusform>
            <numerusform>%Ln nombres distintos en estos mensajes:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln más…</numerusform>
            <numerusform>%Ln más…</numerusform>
        </translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesEditor</name>
    <message>
        <source>another name, if there are several</source>
        <translation>otro nombre, si hay varios</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>The first rows of the sheet</source>
        <translation>Las primeras filas de la plantilla</translation>
    </message>
</context>
<context>
    <name>ProblemDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
    <message>
        <source>edit by hand (F2)</source>
        <translation>editar a mano (F2)</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Enter: this cell · Ctrl+Enter: all alike · Down: what it may say · Esc: leave it</source>
        <translation>Enter: esta celda · Ctrl+Enter: todas las iguales · Flecha abajo: lo que puede decir · Esc: la deja como está</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Row {number}</source>
        <translation>Fila {number}</translation>
    </message>
    <message>
        <source>Suggestion: {text}</source>
        <translation>Sugerencia: {text}</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Sin sugerencia</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vacía</translation>
    </message>
    <message>
        <source>“{text}”, as you chose last time</source>
        <translation>“{text}”, como elegiste la última vez</translation>
    </message>
    <message>
        <source>{column}: {text}, the cell concerned</source>
        <translation>{column}: {text}, la celda con el problema</translation>
    </message>
    <message>
        <source>Suggestion: {text}, as you chose last time</source>
        <translation>Sugerencia: {text}, como elegiste la última vez</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Sugerencia</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message>
        <source>Next kind</source>
        <translation>Tipo siguiente</translation>
    </message>
    <message>
        <source>Previous kind</source>
        <translation>Tipo anterior</translation>
    </message>
    <message>
        <source>On to the review</source>
        <translation>Ir a la revisión</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Flecha izquierda</translation>
    </message>
    <message>
        <source>Alt+Right</source>
        <translation>Alt+Flecha derecha</translation>
    </message>
</context>
<context>
    <name>ProblemsTable</name>
    <message>
        <source>For every “{value}”</source>
        <translation>En cada “{value}”</translation>
    </message>
    <message>
        <source>Edit by hand…</source>
        <translation>Editar a mano…</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Dejar como está…</translation>
    </message>
    <message>
        <source>Rows concerned</source>
        <translation>Filas con el problema</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Kinds of problem</source>
        <translation>Tipos de problema</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) need a reference</source>
        <translation>
            <numerusform>%Ln comprobación necesita una referencia</numerusform>
            <numerusform>%Ln comprobaciones necesitan una referencia</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a reference…</source>
        <translation>Agregar una referencia…</translation>
    </message>
</context>
<context>
    <name>RecentDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln corrección</numerusform>
            <numerusform>%Ln correcciones</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) left</source>
        <translation>
            <numerusform>queda %Ln problema</numerusform>
            <numerusform>quedan %Ln problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>the file was moved</source>
        <translation>el archivo cambió de lugar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errores distintos</numerusform>
        </translation>
    </message>
    <message>
        <source>settings of a store</source>
        <translation>configuración de una tienda</translation>
    </message>
    <message>
        <source>Point to the file…</source>
        <translation>Indicar dónde está…</translation>
    </message>
    <message>
        <source>Go on with it</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>¿Dónde está {name} ahora?</translation>
    </message>
    <message>
        <source>Delete what is kept of {name}? It cannot be brought back.</source>
        <translation>¿Eliminar lo guardado de {name}? No se puede recuperar.</translation>
    </message>
    <message>
        <source>Remembered choices…</source>
        <translation>Elecciones recordadas…</translation>
    </message>
    <message>
        <source>All work</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>Plantillas</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Tiendas</translation>
    </message>
    <message>
        <source>Recent work</source>
        <translation>Trabajos recientes</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Delete all stored work on spreadsheets and messages? Your own files stay as they are, and so do the settings of your stores.</source>
        <translation>¿Eliminar todo el trabajo guardado con plantillas y mensajes? Tus archivos y la configuración de tus tiendas quedan como están.</translation>
    </message>
    <message>
        <source>Search by file, folder, message or store</source>
        <translation>Buscar por archivo, carpeta, mensaje o tienda</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>Qué mostrar</translation>
    </message>
    <message>
        <source>Nothing here. What you work on is stored on this machine only, and found here again.</source>
        <translation>No hay nada. Lo que haces se guarda solo en este equipo y vuelve a aparecer aquí.</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Eliminar todo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Make a report</source>
        <translation>Hacer un informe</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Replace it with the report?</source>
        <translation>¿Reemplazarlo por el informe?</translation>
    </message>
    <message>
        <source>To hand on: what was found, what was corrected, and what could not be checked.</source>
        <translation>Para compartir: lo que se encontró, lo que se corrigió y lo que no se pudo revisar.</translation>
    </message>
    <message>
        <source>To print (PDF)…</source>
        <translation>Para imprimir (PDF)…</translation>
    </message>
    <message>
        <source>To read (HTML)…</source>
        <translation>Para leer (HTML)…</translation>
    </message>
    <message>
        <source>To work with (Excel)…</source>
        <translation>Para trabajar (Excel)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>The report is in “{folder}”, named “{name}”.</source>
        <translation>El informe está en “{folder}”, con el nombre “{name}”.</translation>
    </message>
</context>
<context>
    <name>Reporting</name>
    <message>
        <source>report</source>
        <translation>informe</translation>
    </message>
    <message>
        <source>The PDF could not be made. Your work is safe; the report to read still can.</source>
        <translation>No se pudo hacer el PDF. Tu trabajo está a salvo; el informe para leer sí se puede hacer.</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Not known to Listo</source>
        <translation>Listo no los conoce</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKU</numerusform>
        </translation>
    </message>
    <message>
        <source>All errors by area</source>
        <translation>Todos los errores por área</translation>
    </message>
    <message>
        <source>Clear the field and see all errors (Esc)</source>
        <translation>Vaciar el campo y ver todos los errores (Esc)</translation>
    </message>
    <message>
        <source>Errors found</source>
        <translation>Errores encontrados</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Nothing is changed yet</source>
        <translation>Todavía no hay cambios</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln cambio</numerusform>
            <numerusform>%Ln cambios</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as it is</source>
        <translation>
            <numerusform>%Ln dejado como está</numerusform>
            <numerusform>%Ln dejados como están</numerusform>
        </translation>
    </message>
    <message>
        <source>Each change can be taken back on its own.</source>
        <translation>Cada cambio se puede deshacer por separado.</translation>
    </message>
    <message>
        <source>What you change under Problems is listed here, before and after.</source>
        <translation>Lo que cambies en Problemas aparece aquí, antes y después.</translation>
    </message>
    <message>
        <source>On to saving</source>
        <translation>Ir a guardar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed</source>
        <translation>
            <numerusform>%Ln cambiada</numerusform>
            <numerusform>%Ln cambiadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln set aside</source>
        <translation>
            <numerusform>%Ln apartado</numerusform>
            <numerusform>%Ln apartados</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the problems</source>
        <translation>Volver a los problemas</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message>
        <source>Left as they are</source>
        <translation>Dejados como están</translation>
    </message>
    <message>
        <source>No other number counts these. Each can be taken up again.</source>
        <translation>Ningún otro número cuenta estos. Cada uno se puede retomar.</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Add a row like this one</source>
        <translation>Agregar una fila igual a esta</translation>
    </message>
    <message>
        <source>Add an empty row</source>
        <translation>Agregar una fila vacía</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Eliminar %Ln fila</numerusform>
            <numerusform>Eliminar %Ln filas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavePage</name>
    <message>
        <source>Save the corrected copy</source>
        <translation>Guardar la copia corregida</translation>
    </message>
    <message>
        <source>Replace it with the corrected copy?</source>
        <translation>¿Reemplazarlo por la copia corregida?</translation>
    </message>
    <message>
        <source>Save a corrected copy</source>
        <translation>Guardar una copia corregida</translation>
    </message>
    <message>
        <source>Save the copy again…</source>
        <translation>Guardar la copia otra vez…</translation>
    </message>
    <message>
        <source>Save the copy…</source>
        <translation>Guardar la copia…</translation>
    </message>
    <message>
        <source>What to do with it now</source>
        <translation>Qué hacer con ella ahora</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardada en {path}</translation>
    </message>
    <message>
        <source>There is nothing to save yet: you have not changed anything.</source>
        <translation>Aún no hay nada que guardar: no has cambiado nada.</translation>
    </message>
    <message>
        <source>Your file “{name}” stays as it is. In the copy:</source>
        <translation>Tu archivo “{name}” queda como está. En la copia:</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Saved as {path}, but without your latest changes</source>
        <translation>Guardada en {path}, pero sin tus últimos cambios</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>“{name}” is already there.</source>
        <translation>“{name}” ya existe.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
</context>
<context>
    <name>SavingWork</name>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>In VTEX: {path}</source>
        <translation>En VTEX: {path}</translation>
    </message>
    <message>
        <source>At Amazon: {path}</source>
        <translation>En Amazon: {path}</translation>
    </message>
    <message>
        <source>Where do I find {field}?</source>
        <translation>¿Dónde encuentro {field}?</translation>
    </message>
    <message>
        <source>What is this, and where do I find it?</source>
        <translation>¿Qué es esto y dónde lo encuentro?</translation>
    </message>
    <message>
        <source>in VTEX</source>
        <translation>en VTEX</translation>
    </message>
    <message>
        <source>at Amazon</source>
        <translation>en Amazon</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>Usar “{text}”</translation>
    </message>
    <message>
        <source>Copy the right value</source>
        <translation>Copiar el valor correcto</translation>
    </message>
    <message>
        <source>Errors that this causes:</source>
        <translation>Errores que esto causa:</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Account</source>
        <translation>Cuenta</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Envío</translation>
    </message>
    <message>
        <source>Authorisation</source>
        <translation>Autorización</translation>
    </message>
    <message>
        <source>The rest of VTEX&apos;s form</source>
        <translation>El resto del formulario de VTEX</translation>
    </message>
    <message>
        <source>in VTEX</source>
        <translation>en VTEX</translation>
    </message>
    <message>
        <source>at Amazon</source>
        <translation>en Amazon</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>sin indicar</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>day/month/year or year-month-day</source>
        <translation>día/mes/año o año-mes-día</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>That looked like a token or a key. It was taken out of the field and kept nowhere; it may still be in the clipboard.</source>
        <translation>Eso parecía un token o una clave. Se quitó del campo y no se guardó; quizás siga en el portapapeles.</translation>
    </message>
    <message>
        <source>Empty the clipboard</source>
        <translation>Vaciar el portapapeles</translation>
    </message>
    <message>
        <source>The clipboard is empty.</source>
        <translation>El portapapeles está vacío.</translation>
    </message>
    <message>
        <source>My store</source>
        <translation>Mi tienda</translation>
    </message>
    <message>
        <source>Choose your Amazon category template</source>
        <translation>Elige tu plantilla de categoría de Amazon</translation>
    </message>
    <message>
        <source>{file} seems to have been made for the account {account}. Is this your Seller ID?</source>
        <translation>{file} parece haberse hecho para la cuenta {account}. ¿Es ese tu Seller ID?</translation>
    </message>
    <message>
        <source>Yes, fill it in</source>
        <translation>Sí, completarlo</translation>
    </message>
    <message>
        <source>{file} names no shipping template.</source>
        <translation>{file} no trae ninguna plantilla de envío.</translation>
    </message>
    <message>
        <source>{file} names these shipping templates: {names}</source>
        <translation>{file} trae estas plantillas de envío: {names}</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Nothing was changed.</source>
        <translation>Algo salió mal en Listo. No se cambió nada.</translation>
    </message>
    <message>
        <source>Save the reminder</source>
        <translation>Guardar el recordatorio</translation>
    </message>
    <message>
        <source>Saved. Open the file to add it to your calendar.</source>
        <translation>Guardado. Abre el archivo para agregarlo a tu calendario.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado en {path}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Replace what is filled in for {name}?</source>
        <translation>¿Reemplazar lo que está completado para {name}?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Check my settings</source>
        <translation>Revisar configuración</translation>
    </message>
    <message>
        <source>What stands in VTEX&apos;s form beside what stands at Amazon. Drop your own Amazon category template here to compare with the names in it. Never write a token here.</source>
        <translation>Lo que está en el formulario de VTEX junto a lo que está en Amazon. Suelta aquí tu propia plantilla de categoría de Amazon para comparar con sus nombres. Nunca escribas un token aquí.</translation>
    </message>
</context>
<context>
    <name>SheetDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vacía)</translation>
    </message>
    <message>
        <source>Enter: change the cell · Down: what it may say · Esc: leave it</source>
        <translation>Enter: cambia la celda · Flecha abajo: lo que puede decir · Esc: la deja como está</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Changed</source>
        <translation>Cambiadas</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Fila {number}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>Edit by hand…</source>
        <translation>Editar a mano…</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Dejar como está…</translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>Toda la plantilla</translation>
    </message>
</context>
<context>
    <name>SpreadsheetTab</name>
    <message>
        <source>Your spreadsheet has no problem of that kind.</source>
        <translation>Tu plantilla no tiene ningún problema de ese tipo.</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>Detenido. Todo está como antes.</translation>
    </message>
    <message>
        <source>New: {title}</source>
        <translation>Nuevo: {title}</translation>
    </message>
</context>
<context>
    <name>StepsModel</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Step {number}: {name}</source>
        <translation>Paso {number}: {name}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
</context>
<context>
    <name>StoresBar</name>
    <message>
        <source>New store</source>
        <translation>Nueva tienda</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Cambiar el nombre de {name}</translation>
    </message>
    <message>
        <source>Delete what is kept of {name}? It cannot be brought back.</source>
        <translation>¿Eliminar lo guardado de {name}? No se puede recuperar.</translation>
    </message>
    <message>
        <source>Name of the store</source>
        <translation>Nombre de la tienda</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Tienda</translation>
    </message>
    <message>
        <source>More about this store</source>
        <translation>Más sobre esta tienda</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Cambiar el nombre…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Eliminar…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importar de un archivo…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportar a un archivo…</translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>What VTEX documents</source>
        <translation>Lo que documenta VTEX</translation>
    </message>
    <message>
        <source>What Amazon documents</source>
        <translation>Lo que documenta Amazon</translation>
    </message>
    <message>
        <source>From the days of MWS</source>
        <translation>De la época de MWS</translation>
    </message>
    <message>
        <source>Add to my calendar…</source>
        <translation>Agregar a mi calendario…</translation>
    </message>
    <message>
        <source>How to renew it</source>
        <translation>Cómo renovarla</translation>
    </message>
</context>
<context>
    <name>TradePolicyChoice</name>
    <message>
        <source>Which trade policy do you use for Amazon?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Listo checks that your active SKUs are in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose its number or type it: one more check can run then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No active SKU of your export is in trade policy {policy}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Something went wrong in Listo. Your work is stored.</source>
        <translation>Algo salió mal en Listo. Tu trabajo está guardado.</translation>
    </message>
    <message>
        <source>You can go on. If it happens again, close Listo and open it anew. The log is at {path}.</source>
        <translation>Puedes continuar. Si vuelve a pasar, cierra Listo y ábrelo otra vez. El registro está en {path}.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>UnknownView</name>
    <message>
        <source>Not known to Listo</source>
        <translation>Listo no los conoce</translation>
    </message>
    <message>
        <source>Nothing in the catalogue fits these surely. Paste one alone to see what comes nearest.</source>
        <translation>Nada del catálogo corresponde con seguridad a estos mensajes. Pega uno solo para ver qué se le parece más.</translation>
    </message>
    <message>
        <source>Messages that Listo does not know</source>
        <translation>Mensajes que Listo no conoce</translation>
    </message>
</context>
<context>
    <name>ViewSwitch</name>
    <message>
        <source>By kind</source>
        <translation>Por tipo</translation>
    </message>
    <message>
        <source>Whole sheet</source>
        <translation>Toda la plantilla</translation>
    </message>
    <message>
        <source>One kind of problem at a time (F6)</source>
        <translation>Un tipo de problema a la vez (F6)</translation>
    </message>
    <message>
        <source>The whole sheet, with marks where something is wrong (F6)</source>
        <translation>Toda la plantilla, con marcas donde algo está mal (F6)</translation>
    </message>
</context>
<context>
    <name>WholeSheetLines</name>
    <message>
        <source>Problems of the whole sheet</source>
        <translation>Problemas de toda la plantilla</translation>
    </message>
</context>
<context>
    <name>WholeSheetPage</name>
    <message>
        <source>All rows</source>
        <translation>Todas las filas</translation>
    </message>
    <message>
        <source>Rows with a problem</source>
        <translation>Filas con problema</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>Usar “{text}”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>Toda la plantilla</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Qué filas</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Problema anterior</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Problema siguiente</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Dejar como está…</translation>
    </message>
    <message>
        <source>Set it aside, with a reason if you like (Ctrl+L)</source>
        <translation>Apartarlo, con un motivo si quieres (Ctrl+L)</translation>
    </message>
    <message>
        <source>All problems of this kind</source>
        <translation>Todos los problemas de este tipo</translation>
    </message>
</context>
</TS>
