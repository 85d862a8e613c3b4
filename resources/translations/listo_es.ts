<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Understand an error</source>
        <translation>Entender un error</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Revisar mi hoja</translation>
    </message>
    <message>
        <source>Problems, by kind</source>
        <translation>Problemas, por tipo</translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>Toda la hoja</translation>
    </message>
    <message>
        <source>Your SKUs</source>
        <translation>Tus SKU</translation>
    </message>
    <message>
        <source>Check my settings</source>
        <translation>Revisar configuración</translation>
    </message>
    <message>
        <source>all actions, by what you want to do</source>
        <translation>todas las acciones, por lo que quieres hacer</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>abrir archivos</translation>
    </message>
    <message>
        <source>add a sheet, a template or an export; import; load</source>
        <translation>agregar una hoja, una plantilla o una exportación; importar; cargar</translation>
    </message>
    <message>
        <source>recent work</source>
        <translation>trabajos recientes</translation>
    </message>
    <message>
        <source>continue, history, earlier sessions</source>
        <translation>continuar, historial, trabajos anteriores</translation>
    </message>
    <message>
        <source>help, with all keys</source>
        <translation>ayuda, con todas las teclas</translation>
    </message>
    <message>
        <source>look for the SKU or the message that you copied</source>
        <translation>buscar el SKU o el mensaje que copiaste</translation>
    </message>
    <message>
        <source>where to get the files</source>
        <translation>dónde obtener los archivos</translation>
    </message>
    <message>
        <source>download the mapping sheet, the Amazon template, the VTEX exports</source>
        <translation>descargar la hoja de mapeo, la plantilla de Amazon, las exportaciones de VTEX</translation>
    </message>
    <message>
        <source>about Listo</source>
        <translation>acerca de Listo</translation>
    </message>
    <message>
        <source>version, licenses, data folder, log</source>
        <translation>versión, licencias, carpeta de datos, registro</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>salir</translation>
    </message>
    <message>
        <source>exit, close</source>
        <translation>cerrar, terminar</translation>
    </message>
    <message>
        <source>to the field</source>
        <translation>ir al campo</translation>
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
        <source>undo</source>
        <translation>deshacer</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>volver atrás</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>rehacer</translation>
    </message>
    <message>
        <source>find and replace</source>
        <translation>buscar y reemplazar</translation>
    </message>
    <message>
        <source>search the sheet</source>
        <translation>buscar en la hoja</translation>
    </message>
    <message>
        <source>Draft of your mapping</source>
        <translation>Borrador del mapeo</translation>
    </message>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar a VTEX</translation>
    </message>
    <message>
        <source>find in all columns</source>
        <translation>buscar en todas las columnas</translation>
    </message>
    <message>
        <source>problems by kind, or the whole sheet</source>
        <translation>problemas por tipo o toda la hoja</translation>
    </message>
    <message>
        <source>go to Files</source>
        <translation>ir a Archivos</translation>
    </message>
    <message>
        <source>go to Columns</source>
        <translation>ir a Columnas</translation>
    </message>
    <message>
        <source>go to Problems</source>
        <translation>ir a Problemas</translation>
    </message>
    <message>
        <source>fix, correct</source>
        <translation>corregir, resolver</translation>
    </message>
    <message>
        <source>go to Your SKUs</source>
        <translation>ir a Tus SKU</translation>
    </message>
    <message>
        <source>which products go through, what is sent, ready or held up</source>
        <translation>qué productos pasan, qué se envía, listo o detenido</translation>
    </message>
    <message>
        <source>go to Send to VTEX: save the corrected copy, or a report</source>
        <translation>ir a Enviar a VTEX: guardar la copia corregida o un informe</translation>
    </message>
    <message>
        <source>review what was changed or left as it is, what to do afterwards, upload, reprocess, download, export, print, PDF</source>
        <translation>revisar qué se cambió o se dejó como está, qué hacer después, subir, reprocesar, descargar, exportar, imprimir, PDF</translation>
    </message>
    <message>
        <source>open the sample</source>
        <translation>abrir el ejemplo</translation>
    </message>
    <message>
        <source>example, try it</source>
        <translation>muestra, probar</translation>
    </message>
    <message>
        <source>draft the mapping from your exports</source>
        <translation>hacer un borrador del mapeo con tus exportaciones</translation>
    </message>
    <message>
        <source>create, new sheet, add categories without rows, questions</source>
        <translation>crear, hoja nueva, agregar categorías sin filas, preguntas</translation>
    </message>
    <message>
        <source>compare with another version of the sheet</source>
        <translation>comparar con otra versión de la hoja</translation>
    </message>
    <message>
        <source>old and new, what changed, differences</source>
        <translation>vieja y nueva, qué cambió, diferencias</translation>
    </message>
    <message>
        <source>remembered choices</source>
        <translation>opciones guardadas</translation>
    </message>
    <message>
        <source>what was decided before; suggestions</source>
        <translation>lo que se decidió antes; sugerencias</translation>
    </message>
    <message>
        <source>give the first to the fifth answer</source>
        <translation>dar de la primera a la quinta respuesta</translation>
    </message>
    <message>
        <source>ask it after all others</source>
        <translation>preguntarlo después de todas las demás</translation>
    </message>
    <message>
        <source>the answer before</source>
        <translation>la respuesta anterior</translation>
    </message>
    <message>
        <source>the next group of likely rows is right</source>
        <translation>el siguiente grupo de filas probables está bien</translation>
    </message>
    <message>
        <source>use the suggestion</source>
        <translation>usar la sugerencia</translation>
    </message>
    <message>
        <source>use it for every cell like this one</source>
        <translation>usarla en todas las celdas como esta</translation>
    </message>
    <message>
        <source>choose another suggestion</source>
        <translation>elegir otra sugerencia</translation>
    </message>
    <message>
        <source>edit the cell</source>
        <translation>editar la celda</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>dejar como está</translation>
    </message>
    <message>
        <source>the next decision</source>
        <translation>la decisión siguiente</translation>
    </message>
    <message>
        <source>the decision before</source>
        <translation>la decisión anterior</translation>
    </message>
    <message>
        <source>the next kind of problem</source>
        <translation>el tipo de problema siguiente</translation>
    </message>
    <message>
        <source>the kind of problem before</source>
        <translation>el tipo de problema anterior</translation>
    </message>
    <message>
        <source>delete the selected rows</source>
        <translation>eliminar las filas seleccionadas</translation>
    </message>
    <message>
        <source>add a row like this one</source>
        <translation>agregar una fila como esta</translation>
    </message>
    <message>
        <source>the next problem</source>
        <translation>el problema siguiente</translation>
    </message>
    <message>
        <source>the problem before</source>
        <translation>el problema anterior</translation>
    </message>
    <message>
        <source>search all columns</source>
        <translation>buscar en todas las columnas</translation>
    </message>
    <message>
        <source>filter, find rows</source>
        <translation>filtrar, encontrar filas</translation>
    </message>
    <message>
        <source>sort and filter by this column</source>
        <translation>ordenar y filtrar por esta columna</translation>
    </message>
    <message>
        <source>order, A to Z</source>
        <translation>ordenar, clasificar, A a Z</translation>
    </message>
    <message>
        <source>show all rows</source>
        <translation>mostrar todas las filas</translation>
    </message>
    <message>
        <source>copy the selected block</source>
        <translation>copiar el bloque seleccionado</translation>
    </message>
    <message>
        <source>cut the selected block</source>
        <translation>cortar el bloque seleccionado</translation>
    </message>
    <message>
        <source>paste from Excel or LibreOffice</source>
        <translation>pegar de Excel o LibreOffice</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>completar hacia abajo</translation>
    </message>
    <message>
        <source>select the row</source>
        <translation>seleccionar la fila</translation>
    </message>
    <message>
        <source>select the column</source>
        <translation>seleccionar la columna</translation>
    </message>
    <message>
        <source>select everything</source>
        <translation>seleccionar todo</translation>
    </message>
    <message>
        <source>fit the columns to what they say</source>
        <translation>ajustar las columnas al contenido</translation>
    </message>
    <message>
        <source>width of columns</source>
        <translation>ancho de las columnas</translation>
    </message>
    <message>
        <source>empty the selected cells</source>
        <translation>borrar las celdas seleccionadas</translation>
    </message>
    <message>
        <source>go to its row of the sheet</source>
        <translation>ir a su fila en la hoja</translation>
    </message>
    <message>
        <source>copy what is selected</source>
        <translation>copiar lo seleccionado</translation>
    </message>
    <message>
        <source>save the list of SKUs (Excel)</source>
        <translation>guardar la lista de SKU (Excel)</translation>
    </message>
    <message>
        <source>export, what to enter in Amazon Listing</source>
        <translation>exportar, qué escribir en Amazon Listing</translation>
    </message>
    <message>
        <source>take the change back</source>
        <translation>deshacer el cambio</translation>
    </message>
    <message>
        <source>where do I find this field?</source>
        <translation>¿dónde encuentro este campo?</translation>
    </message>
    <message>
        <source>new store</source>
        <translation>tienda nueva</translation>
    </message>
    <message>
        <source>add a store</source>
        <translation>agregar una tienda</translation>
    </message>
    <message>
        <source>import settings from a file</source>
        <translation>importar la configuración de un archivo</translation>
    </message>
    <message>
        <source>export settings to a file</source>
        <translation>exportar la configuración a un archivo</translation>
    </message>
    <message>
        <source>compare with an Amazon category template</source>
        <translation>comparar con una plantilla de categoría de Amazon</translation>
    </message>
</context>
<context>
    <name>ActionsDialog</name>
    <message>
        <source>All actions</source>
        <translation>Todas las acciones</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>¿Qué quieres hacer?</translation>
    </message>
    <message>
        <source>Nothing in Listo is called that.</source>
        <translation>Nada en Listo se llama así.</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>no es posible ahora</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>No es posible ahora</translation>
    </message>
</context>
<context>
    <name>AdminSection</name>
    <message>
        <source>not said; these steps are for the mapping sheet</source>
        <translation>sin indicar; estos pasos son para la hoja de mapeo</translation>
    </message>
    <message>
        <source>Then, in your VTEX Admin</source>
        <translation>Después, en tu Admin VTEX</translation>
    </message>
    <message>
        <source>Check off each step as you do it. Listo remembers.</source>
        <translation>Marca cada paso que hagas. Listo lo recuerda.</translation>
    </message>
    <message>
        <source>Save the corrected copy first. Then follow these steps.</source>
        <translation>Guarda primero la copia corregida. Después sigue estos pasos.</translation>
    </message>
    <message>
        <source>Look again after a while, at {products}. What Amazon still refuses is listed there, and Listo can explain it.</source>
        <translation>Vuelve a mirar más tarde, en {products}. Lo que Amazon siga rechazando aparece ahí, y Listo puede explicarlo.</translation>
    </message>
    <message>
        <source>Upload “{name}”: {menu}.</source>
        <translation>Sube “{name}”: {menu}.</translation>
    </message>
    <message>
        <source>Upload the corrected copy: {menu}.</source>
        <translation>Sube la copia corregida: {menu}.</translation>
    </message>
    <message>
        <source>Reprocess the SKUs listed below: {products}, filter by Amazon, then {reprocess}.</source>
        <translation>Reprocesa los SKU de la lista de abajo: {products}, filtra por Amazon y luego {reprocess}.</translation>
    </message>
    <message>
        <source>Reprocess the SKUs that use what you corrected: {products}, filter by Amazon, then {reprocess}.</source>
        <translation>Reprocesa los SKU que usan lo que corregiste: {products}, filtra por Amazon y luego {reprocess}.</translation>
    </message>
    <message>
        <source>Open {menu} and find the SKUs listed below. No sheet is uploaded there.</source>
        <translation>Abre {menu} y busca los SKU de la lista de abajo. Ahí no se sube ninguna hoja.</translation>
    </message>
    <message>
        <source>Open {menu} and find the SKUs that use what you corrected. No sheet is uploaded there.</source>
        <translation>Abre {menu} y busca los SKU que usan lo que corregiste. Ahí no se sube ninguna hoja.</translation>
    </message>
    <message>
        <source>Enter the corrected values of each SKU, as the step Your SKUs shows them, then click **Save and send**.</source>
        <translation>Escribe los valores corregidos de cada SKU, como los muestra el paso Tus SKU, y haz clic en **Guardar y enviar**.</translation>
    </message>
    <message>
        <source>What to reprocess</source>
        <translation>Qué reprocesar</translation>
    </message>
    <message>
        <source>What to send again</source>
        <translation>Qué enviar de nuevo</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more category(ies), in the list to copy</source>
        <translation>
            <numerusform>y %Ln categoría más, en la lista para copiar</numerusform>
            <numerusform>y %Ln categorías más, en la lista para copiar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more SKU(s) use what you corrected and are still held up by something else: fix that first.</source>
        <translation>
            <numerusform>%Ln SKU más usa lo que corregiste y sigue detenido por otra causa: corrígela primero.</numerusform>
            <numerusform>%Ln SKU más usan lo que corregiste y siguen detenidos por otra causa: corrígela primero.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln SKU ID(s)</source>
        <translation>
            <numerusform>Copiar %Ln ID de SKU</numerusform>
            <numerusform>Copiar %Ln ID de SKU</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar la lista</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) use what you corrected and can go through now:</source>
        <translation>
            <numerusform>%Ln SKU usa lo que corregiste y ya puede pasar:</numerusform>
            <numerusform>%Ln SKU usan lo que corregiste y ya pueden pasar:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) use what you corrected, and something else still holds them up: fix that first.</source>
        <translation>
            <numerusform>%Ln SKU usa lo que corregiste, pero otra causa aún lo detiene: corrígela primero.</numerusform>
            <numerusform>%Ln SKU usan lo que corregiste, pero otra causa aún los detiene: corrígela primero.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the SKUs in your export uses what you corrected.</source>
        <translation>Ningún SKU de tu exportación usa lo que corregiste.</translation>
    </message>
    <message>
        <source>Your changes concern every category of the sheet: all SKUs that go to Amazon. With VTEX’s export of products and SKUs, Listo says which ones.</source>
        <translation>Tus cambios afectan a todas las categorías de la hoja: todos los SKU que van a Amazon. Con la exportación de productos y SKU de VTEX, Listo dice cuáles.</translation>
    </message>
    <message>
        <source>All SKUs of these categories. With VTEX’s export of products and SKUs, Listo says which ones.</source>
        <translation>Todos los SKU de estas categorías. Con la exportación de productos y SKU de VTEX, Listo dice cuáles.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) changed</source>
        <translation>
            <numerusform>%Ln fila cambiada</numerusform>
            <numerusform>%Ln filas cambiadas</numerusform>
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
        <source>(no category)</source>
        <translation>(sin categoría)</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Check my spreadsheet for “{name}”</source>
        <translation>Buscar “{name}” en mi hoja</translation>
    </message>
    <message>
        <source>Check my spreadsheet for this</source>
        <translation>Revisar esto en mi hoja</translation>
    </message>
    <message>
        <source>Check my settings for this</source>
        <translation>Revisar esto en mi configuración</translation>
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
        <source>Judging by the words, this is probably it:</source>
        <translation>Por las palabras usadas, probablemente sea esto:</translation>
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
        <source>Read more</source>
        <translation>Más información</translation>
    </message>
    <message>
        <source>Similar errors</source>
        <translation>Errores parecidos</translation>
    </message>
    <message>
        <source>Known from: {source}</source>
        <translation>Fuente: {source}</translation>
    </message>
    <message>
        <source>Find “{name}” in my sheet</source>
        <translation>Buscar “{name}” en mi hoja</translation>
    </message>
    <message>
        <source>Find it in my sheet</source>
        <translation>Buscar esto en mi hoja</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Your stored work was written by a newer Listo and is left as it is. Install the newest version; what you do in this one is gone when you close it.</source>
        <translation>Tu trabajo se guardó con una versión más nueva de Listo y queda como está. Instala la versión más reciente; lo que hagas en esta se pierde cuando la cierres.</translation>
    </message>
    <message>
        <source>Listo cannot write to its data folder, which is full, read-only or in use by another program. What you do now is gone when you close Listo: save your copies.</source>
        <translation>Listo no puede escribir en su carpeta de datos, que está llena, es de solo lectura o la usa otro programa. Lo que hagas ahora se pierde cuando cierres Listo: guarda tus copias.</translation>
    </message>
    <message>
        <source>Your stored work was damaged. It was put aside as “{file}”, and Listo begins anew.</source>
        <translation>Tu trabajo guardado estaba dañado. Se apartó como “{file}”, y Listo empieza de nuevo.</translation>
    </message>
    <message>
        <source>Your stored work was damaged. Bring back the copy of {day}?</source>
        <translation>Tu trabajo guardado estaba dañado. ¿Recuperar la copia del {day}?</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Your work is back as it was that day.</source>
        <translation>Tu trabajo está de vuelta, como estaba ese día.</translation>
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
        <source>Another window of Listo still has this work. Waiting until it is closed…</source>
        <translation>Otra ventana de Listo todavía tiene este trabajo. Esperando a que se cierre…</translation>
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
    <name>CategoryIdsChoice</name>
    <message>
        <source>As the exports tell</source>
        <translation>Como dicen las exportaciones</translation>
    </message>
    <message>
        <source>VTEX’s global categories</source>
        <translation>Categorías globales de VTEX</translation>
    </message>
    <message>
        <source>Your store’s categories</source>
        <translation>Categorías de tu tienda</translation>
    </message>
    <message>
        <source>What does CategoryID hold?</source>
        <translation>¿Qué lleva la columna CategoryID?</translation>
    </message>
    <message>
        <source>Your exports do not tell: no SKU that is sent has one of these categories.</source>
        <translation>Tus exportaciones no lo dicen: ningún SKU que se envía tiene una de estas categorías.</translation>
    </message>
    <message>
        <source>SKUs whose global category alone is in the sheet: {by_global}; whose store category alone is: {by_store}; with both: {by_either}.</source>
        <translation>SKU solo con la categoría global en la hoja: {by_global}; solo con la categoría de la tienda: {by_store}; con las dos: {by_either}.</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>New text for {column}</source>
        <translation>Texto nuevo para {column}</translation>
    </message>
    <message>
        <source>Accepted values (Down)</source>
        <translation>Valores aceptados (flecha abajo)</translation>
    </message>
</context>
<context>
    <name>ChangesDelegate</name>
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
    <name>ChangesSection</name>
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
        <source>Left as they are</source>
        <translation>Dejados como están</translation>
    </message>
    <message>
        <source>Your changes</source>
        <translation>Tus cambios</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Cambios</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), each with a way back.</source>
        <translation>
            <numerusform>%Ln cambio, que se puede deshacer.</numerusform>
            <numerusform>%Ln cambios; cada uno se puede deshacer por separado.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed yet. What you change under Problems is listed here.</source>
        <translation>Todavía no hay cambios. Lo que cambies en Problemas aparece aquí.</translation>
    </message>
    <message>
        <source>These are not counted anywhere else. You can put each one back on the list.</source>
        <translation>Estos no entran en ningún otro conteo. Puedes devolver cada uno a la lista.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Uncheck all</source>
        <translation>Desmarcar todo</translation>
    </message>
</context>
<context>
    <name>ColumnFilterCard</name>
    <message>
        <source>(empty)</source>
        <translation>(vacía)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: type a part of one</source>
        <translation>
            <numerusform>y %Ln más: escribe una parte</numerusform>
            <numerusform>y %Ln más: escribe una parte</numerusform>
        </translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A a Z</translation>
    </message>
    <message>
        <source>Sort by this column, from small to large</source>
        <translation>Ordenar por esta columna, de menor a mayor</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z a A</translation>
    </message>
    <message>
        <source>Sort by this column, from large to small</source>
        <translation>Ordenar por esta columna, de mayor a menor</translation>
    </message>
    <message>
        <source>Holds…</source>
        <translation>Contiene…</translation>
    </message>
    <message>
        <source>Only rows in which {column} holds</source>
        <translation>Solo las filas en las que {column} contiene</translation>
    </message>
    <message>
        <source>Only rows in which {column} says</source>
        <translation>Solo las filas en las que {column} dice</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Clear this filter</source>
        <translation>Quitar este filtro</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Aplicar</translation>
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
        <translation>(no está en la hoja)</translation>
    </message>
    <message>
        <source>Please check that this is right.</source>
        <translation>Revisa si está bien.</translation>
    </message>
    <message>
        <source>Without {columns}, some checks cannot run.</source>
        <translation>Sin {columns}, algunas comprobaciones no se pueden hacer.</translation>
    </message>
    <message>
        <source>One column of the sheet is chosen twice.</source>
        <translation>Una columna de la hoja está elegida dos veces.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Elige al menos una columna.</translation>
    </message>
    <message>
        <source>The file has several sheets that could be it.</source>
        <translation>El archivo tiene varias hojas que podrían ser la hoja de mapeo.</translation>
    </message>
    <message>
        <source>Not all seven columns were found.</source>
        <translation>No se encontraron las siete columnas.</translation>
    </message>
    <message>
        <source>Some columns were recognized by what is in them.</source>
        <translation>Algunas columnas se reconocieron por su contenido.</translation>
    </message>
    <message>
        <source>Some columns appear twice.</source>
        <translation>Algunas columnas aparecen dos veces.</translation>
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
        <source>Go back to what Listo recognized</source>
        <translation>Volver a lo que Listo reconoció</translation>
    </message>
    <message>
        <source>Continue with this</source>
        <translation>Continuar con esto</translation>
    </message>
    <message>
        <source>Nothing to decide here. If Listo got something wrong, change it.</source>
        <translation>Aquí no hay nada que decidir. Si Listo se equivocó en algo, cámbialo.</translation>
    </message>
    <message>
        <source>{doubts} Please check that this is right.</source>
        <translation>{doubts} Revisa si está bien.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compared with “{name}”</source>
        <translation>En comparación con “{name}”</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln agregada</numerusform>
            <numerusform>%Ln agregadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln quitada</numerusform>
            <numerusform>%Ln quitadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with another AmazonValue</source>
        <translation>
            <numerusform>%Ln con otro AmazonValue</numerusform>
            <numerusform>%Ln con otro AmazonValue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in spelling alone</source>
        <translation>
            <numerusform>%Ln solo en la escritura</numerusform>
            <numerusform>%Ln solo en la escritura</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only moved</source>
        <translation>
            <numerusform>%Ln solo cambió de lugar</numerusform>
            <numerusform>%Ln solo cambiaron de lugar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) change state</source>
        <translation>
            <numerusform>%Ln SKU cambia de estado</numerusform>
            <numerusform>%Ln SKU cambian de estado</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Sobre</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopySection</name>
    <message>
        <source>corrected</source>
        <translation>corregida</translation>
    </message>
    <message>
        <source>Save the corrected copy</source>
        <translation>Guardar la copia corregida</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>Replace it with the corrected copy?</source>
        <translation>¿Reemplazarlo por la copia corregida?</translation>
    </message>
    <message>
        <source>The corrected copy</source>
        <translation>La copia corregida</translation>
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
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Guardado en {path}</translation>
    </message>
    <message>
        <source>Saved as {path}, but without your latest changes</source>
        <translation>Guardada en {path}, pero sin tus últimos cambios</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of your file were damaged already, and are damaged in the copy too: {names}. Everything else was tested and is sound.</source>
        <translation>
            <numerusform>%Ln parte de tu archivo ya estaba dañada y sigue así en la copia: {names}. Todo lo demás se comprobó y está bien.</numerusform>
            <numerusform>%Ln partes de tu archivo ya estaban dañadas y siguen así en la copia: {names}. Todo lo demás se comprobó y está bien.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With it, %Ln SKU(s) are still held up.</source>
        <translation>
            <numerusform>Con esta copia, %Ln SKU sigue detenido.</numerusform>
            <numerusform>Con esta copia, %Ln SKU siguen detenidos.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to save yet: you have not changed anything.</source>
        <translation>Aún no hay nada que guardar: no has cambiado nada.</translation>
    </message>
    <message>
        <source>Your file “{name}” stays as it is. In the copy:</source>
        <translation>Tu archivo “{name}” queda como está. En la copia:</translation>
    </message>
</context>
<context>
    <name>CopySummary</name>
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
    <name>CorrectionsCard</name>
    <message numerus="yes">
        <source>%Ln correction(s) are certain.</source>
        <translation>
            <numerusform>%Ln corrección es segura.</numerusform>
            <numerusform>%Ln correcciones son seguras.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are likely.</source>
        <translation>
            <numerusform>%Ln más es probable.</numerusform>
            <numerusform>%Ln más son probables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) are likely.</source>
        <translation>
            <numerusform>%Ln corrección es probable.</numerusform>
            <numerusform>%Ln correcciones son probables.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln</source>
        <translation>
            <numerusform>Aplicar %Ln</numerusform>
            <numerusform>Aplicar %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply all %Ln</source>
        <translation>
            <numerusform>Aplicar</numerusform>
            <numerusform>Aplicar las %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Look at them first</source>
        <translation>Ver antes</translation>
    </message>
    <message>
        <source>Clear the box (Space) of what is to stay as it is.</source>
        <translation>Desmarca (Espacio) lo que debe quedar como está.</translation>
    </message>
    <message>
        <source>Corrections, now and then</source>
        <translation>Correcciones, antes y después</translation>
    </message>
</context>
<context>
    <name>CorrectionsModel</name>
    <message>
        <source>{heading}: {text}</source>
        <translation>{heading}: {text}</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(vacía)</translation>
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
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Después</translation>
    </message>
</context>
<context>
    <name>CoverageLine</name>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change what “{name}” is for</source>
        <translation>Cambiar para qué sirve “{name}”</translation>
    </message>
    <message>
        <source>For none of your categories: nothing is checked against this file.</source>
        <translation>Para ninguna de tus categorías: nada se revisa con este archivo.</translation>
    </message>
    <message numerus="yes">
        <source>For all of your %Ln categor(y/ies).</source>
        <translation>
            <numerusform>Para tu categoría.</numerusform>
            <numerusform>Para todas tus %Ln categorías.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For {categories} and %Ln more.</source>
        <translation>
            <numerusform>Para {categories} y %Ln más.</numerusform>
            <numerusform>Para {categories} y %Ln más.</numerusform>
        </translation>
    </message>
    <message>
        <source>For {categories}.</source>
        <translation>Para {categories}.</translation>
    </message>
</context>
<context>
    <name>CoverageQuestion</name>
    <message>
        <source>Search by number or name</source>
        <translation>Buscar por número o nombre</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Ninguna</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Deshacer la respuesta</translation>
    </message>
    <message numerus="yes">
        <source>Which of your %Ln categor(y/ies) is it for?</source>
        <translation>
            <numerusform>¿Es para tu categoría?</numerusform>
            <numerusform>¿Para cuáles de tus %Ln categorías es?</numerusform>
        </translation>
    </message>
    <message>
        <source>This file does not say what it is for.</source>
        <translation>Este archivo no dice para qué productos sirve.</translation>
    </message>
    <message numerus="yes">
        <source>This file is for {kinds} and %Ln more kind(s) of product.</source>
        <translation>
            <numerusform>Este archivo es para {kinds} y %Ln tipo de producto más.</numerusform>
            <numerusform>Este archivo es para {kinds} y %Ln tipos de producto más.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is for {kinds}.</source>
        <translation>Este archivo es para {kinds}.</translation>
    </message>
    <message>
        <source>Only those are checked against it.</source>
        <translation>Solo esas se revisan con él.</translation>
    </message>
    <message>
        <source>It is for {categories} in any case: the name says so.</source>
        <translation>Vale para {categories} en todo caso: lo dice el nombre.</translation>
    </message>
    <message>
        <source>The likely ones are checked.</source>
        <translation>Las probables ya están marcadas.</translation>
    </message>
    <message numerus="yes">
        <source>Use it for %Ln categor(y/ies)</source>
        <translation>
            <numerusform>Usar para %Ln categoría</numerusform>
            <numerusform>Usar para %Ln categorías</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it for the checked ones</source>
        <translation>Usar para las marcadas</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Listo. Your work is stored.</source>
        <translation>Algo salió mal en Listo. Tu trabajo está guardado.</translation>
    </message>
    <message>
        <source>You can continue. If it happens again, close Listo and open it again. The log is at {path}.</source>
        <translation>Puedes continuar. Si vuelve a pasar, cierra Listo y ábrelo otra vez. El registro está en {path}.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar los detalles</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
</context>
<context>
    <name>DateEditor</name>
    <message>
        <source>month/day/year</source>
        <translation>mes/día/año</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>día/mes/año</translation>
    </message>
    <message>
        <source>Choose the day (Down)</source>
        <translation>Elegir el día (Abajo)</translation>
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
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln choice(s) exported.</source>
        <translation>
            <numerusform>%Ln opción exportada.</numerusform>
            <numerusform>%Ln opciones exportadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Nothing in the file is new.</source>
        <translation>No hay nada nuevo en el archivo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new choice(s) imported.</source>
        <translation>
            <numerusform>%Ln opción nueva importada.</numerusform>
            <numerusform>%Ln opciones nuevas importadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use those of the file</source>
        <translation>Usar las del archivo</translation>
    </message>
    <message>
        <source>“{value}”: you chose “{mine}”, the file says “{theirs}”</source>
        <translation>“{value}”: elegiste “{mine}”, el archivo dice “{theirs}”</translation>
    </message>
    <message numerus="yes">
        <source>The file says something else than you chose for %Ln text(s).</source>
        <translation>
            <numerusform>El archivo dice algo distinto de lo que elegiste para %Ln texto.</numerusform>
            <numerusform>El archivo dice algo distinto de lo que elegiste para %Ln textos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your choices are as they were.</source>
        <translation>Algo salió mal en Listo. Tus opciones siguen como estaban.</translation>
    </message>
    <message>
        <source>Remembered choices</source>
        <translation>Opciones guardadas</translation>
    </message>
    <message>
        <source>What you chose once is suggested first next time. It stays on this computer.</source>
        <translation>Lo que elegiste una vez es la primera sugerencia la próxima vez. Se queda en este equipo.</translation>
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
        <source>Nothing here yet. What you choose while fixing problems is remembered here.</source>
        <translation>Todavía no hay nada. Aquí se recuerda lo que elijas al corregir problemas.</translation>
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
        <source>Import…</source>
        <translation>Importar…</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Continue with the draft</source>
        <translation>Continuar con el borrador</translation>
    </message>
    <message>
        <source>No mapping yet? Draft one from these files.</source>
        <translation>¿Aún no tienes mapeo? Haz un borrador con estos archivos.</translation>
    </message>
    <message>
        <source>Draft the mapping</source>
        <translation>Hacer el borrador</translation>
    </message>
    <message numerus="yes">
        <source>Add the %Ln categor(y/ies) that has/have no rows</source>
        <translation>
            <numerusform>Agregar la categoría que no tiene filas</numerusform>
            <numerusform>Agregar las %Ln categorías que no tienen filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) in use has/have no rows</source>
        <translation>
            <numerusform>%Ln categoría en uso no tiene filas</numerusform>
            <numerusform>%Ln categorías en uso no tienen filas</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft is under way</source>
        <translation>Hay un borrador en curso</translation>
    </message>
    <message>
        <source>Also needed: the Amazon file of these categories.</source>
        <translation>También hace falta el archivo de Amazon de estas categorías.</translation>
    </message>
    <message>
        <source>Answer what is open, and look through what is likely.</source>
        <translation>Responde lo que está abierto y da un vistazo a lo probable.</translation>
    </message>
    <message>
        <source>Listo writes the rows from what you sell, and asks only what it cannot know.</source>
        <translation>Listo escribe las filas a partir de lo que vendes y solo pregunta lo que no puede saber.</translation>
    </message>
    <message>
        <source>Also needed: {files}.</source>
        <translation>También hace falta: {files}.</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Where the draft goes</source>
        <translation>Dónde guardar el borrador</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Hoja de cálculo</translation>
    </message>
    <message>
        <source>mapping-draft</source>
        <translation>mapeo-borrador</translation>
    </message>
    <message>
        <source>Replace it with the draft?</source>
        <translation>¿Reemplazarlo por el borrador?</translation>
    </message>
    <message>
        <source>Draft of your mapping</source>
        <translation>Borrador del mapeo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Take the last answer back (Ctrl+Z)</source>
        <translation>Deshacer la última respuesta (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Likely: look through these</source>
        <translation>Probable: da un vistazo a estas</translation>
    </message>
    <message>
        <source>Add an Amazon file</source>
        <translation>Agregar un archivo de Amazon</translation>
    </message>
    <message>
        <source>Add the Amazon file of these categories, then draft again.</source>
        <translation>Agrega el archivo de Amazon de estas categorías y luego vuelve a crear el borrador.</translation>
    </message>
    <message>
        <source>Every question is answered.</source>
        <translation>Todas las preguntas están respondidas.</translation>
    </message>
    <message>
        <source>Next come the problems, then your SKUs. You can come back to this from Files.</source>
        <translation>Ahora siguen los problemas y después tus SKU. Puedes volver aquí desde Archivos.</translation>
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
        <source>From what you sell and what Amazon takes.</source>
        <translation>A partir de lo que vendes y de lo que Amazon acepta.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) left</source>
        <translation>
            <numerusform>queda %Ln pregunta</numerusform>
            <numerusform>quedan %Ln preguntas</numerusform>
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
        <source>%Ln likely</source>
        <translation>
            <numerusform>%Ln probable</numerusform>
            <numerusform>%Ln probables</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln abierta</numerusform>
            <numerusform>%Ln abiertas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before the draft: %Ln Amazon file(s) do(es) not say which categories it is for.</source>
        <translation>
            <numerusform>Antes del borrador: %Ln archivo de Amazon no dice para qué categorías es.</numerusform>
            <numerusform>Antes del borrador: %Ln archivos de Amazon no dicen para qué categorías son.</numerusform>
        </translation>
    </message>
    <message>
        <source>Create in VTEX: Amazon requires it, and no specification of yours holds it</source>
        <translation>Créalo en VTEX: Amazon lo exige y ninguna especificación tuya lo contiene</translation>
    </message>
    <message>
        <source>Specifications that are not sent</source>
        <translation>Especificaciones que no se envían</translation>
    </message>
    <message numerus="yes">
        <source>{attribute}: %Ln SKU(s)</source>
        <translation>
            <numerusform>{attribute}: %Ln SKU</numerusform>
            <numerusform>{attribute}: %Ln SKU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certain</source>
        <translation>
            <numerusform>%Ln segura</numerusform>
            <numerusform>%Ln seguras</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) has/have no Amazon file: nothing is drafted there</source>
        <translation>
            <numerusform>%Ln categoría no tiene archivo de Amazon: queda fuera del borrador</numerusform>
            <numerusform>%Ln categorías no tienen archivo de Amazon: quedan fuera del borrador</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Agregar un archivo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) has/have no global category: choose one in VTEX</source>
        <translation>
            <numerusform>%Ln SKU no tiene categoría global: elige una en VTEX</numerusform>
            <numerusform>%Ln SKU no tienen categoría global: elige una en VTEX</numerusform>
        </translation>
    </message>
    <message>
        <source>{category}, by “{words}”</source>
        <translation>{category}, por “{words}”</translation>
    </message>
    <message numerus="yes">
        <source>{name}: %Ln SKU(s)</source>
        <translation>
            <numerusform>{name}: %Ln SKU</numerusform>
            <numerusform>{name}: %Ln SKU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open</source>
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
        <source>import these settings</source>
        <translation>importar esta configuración</translation>
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
        <source>a mapping sheet without rows</source>
        <translation>hoja de mapeo sin filas</translation>
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
        <source>Amazon’s accepted values</source>
        <translation>valores aceptados por Amazon</translation>
    </message>
    <message>
        <source>your products and SKUs in VTEX</source>
        <translation>tus productos y SKU en VTEX</translation>
    </message>
    <message>
        <source>your SKU specifications in VTEX</source>
        <translation>tus especificaciones de SKU en VTEX</translation>
    </message>
    <message>
        <source>your product specifications in VTEX</source>
        <translation>tus especificaciones de producto en VTEX</translation>
    </message>
    <message>
        <source>what your SKUs sell or have in stock: what holds up most comes first</source>
        <translation>lo que venden o tienen en existencias tus SKU: primero lo que más ventas detiene</translation>
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
        <translation>Suelta aquí tu hoja de mapeo</translation>
    </message>
    <message>
        <source>In any order, several at once: Listo recognizes each one.</source>
        <translation>En cualquier orden, varios a la vez: Listo reconoce cada uno.</translation>
    </message>
    <message>
        <source>The spreadsheet of categories and attributes that you upload to VTEX. Your file is not changed.</source>
        <translation>La hoja de cálculo de categorías y atributos que subes a VTEX. Tu archivo no se modifica.</translation>
    </message>
    <message>
        <source>No mapping yet? Drop VTEX’s exports and an Amazon file: Listo drafts one.</source>
        <translation>¿Aún no tienes mapeo? Suelta las exportaciones de VTEX y un archivo de Amazon: Listo hace un borrador.</translation>
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
    <name>DroppedEditsDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s) left out</source>
        <translation>
            <numerusform>%Ln corrección que quedó fuera</numerusform>
            <numerusform>%Ln correcciones que quedaron fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>The new file has other texts in these cells, so your corrections were not applied to them.</source>
        <translation>El archivo nuevo tiene otros textos en estas celdas; por eso tus correcciones no se aplicaron en ellas.</translation>
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
    <name>EanChoice</name>
    <message>
        <source>A missing EAN is no problem then. A wrong one still is.</source>
        <translation>Entonces un EAN que falta no es problema. Uno incorrecto sí lo es.</translation>
    </message>
    <message>
        <source>Some of your SKUs have no EAN. With the exemption that is no problem.</source>
        <translation>Algunos de tus SKU no tienen EAN. Con la exención, eso no es problema.</translation>
    </message>
    <message>
        <source>No, EAN is required</source>
        <translation>No, el EAN es obligatorio</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Yes, I have it</source>
        <translation>Sí, la tengo</translation>
    </message>
    <message>
        <source>Do you have Amazon’s GTIN exemption?</source>
        <translation>¿Tienes la exención de GTIN de Amazon?</translation>
    </message>
</context>
<context>
    <name>ExpiryNotice</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>FailureReporter</name>
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
    <message numerus="yes">
        <source>%Ln more check(s), once you say what it is for</source>
        <translation>
            <numerusform>%Ln comprobación más, en cuanto indiques para qué es</numerusform>
            <numerusform>%Ln comprobaciones más, en cuanto indiques para qué es</numerusform>
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
        <translation>
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
        <translation>No se revisa: Listo está con “{name}” y trabaja con una hoja de mapeo a la vez.</translation>
    </message>
    <message>
        <source>There are no rows in it. Fill them in, save the file, and drop it here again.</source>
        <translation>No tiene filas. Complétalas, guarda el archivo y suéltalo aquí de nuevo.</translation>
    </message>
    <message>
        <source>This file is for another marketplace than {expected}. Its values may differ.</source>
        <translation>Este archivo no es de {expected}, sino de otro marketplace. Los valores pueden ser otros.</translation>
    </message>
    <message numerus="yes">
        <source>It is %Ln day(s) old, and Amazon changes its values. Download it again to be sure.</source>
        <translation>
            <numerusform>Tiene %Ln día, y Amazon cambia los valores. Descárgalo otra vez por seguridad.</numerusform>
            <numerusform>Tiene %Ln días, y Amazon cambia los valores. Descárgalo otra vez por seguridad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) cannot run, because this export does not have: {columns}</source>
        <translation>
            <numerusform>%Ln comprobación no se puede hacer, porque en esta exportación falta: {columns}</numerusform>
            <numerusform>%Ln comprobaciones no se pueden hacer, porque en esta exportación falta: {columns}</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
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
        <source>Use the new file</source>
        <translation>Usar el archivo nuevo</translation>
    </message>
    <message>
        <source>Continue with mine</source>
        <translation>Continuar con el mío</translation>
    </message>
    <message numerus="yes">
        <source>What was stored of this work is damaged: the last %Ln change(s) cannot be read any more. All that came before is here.</source>
        <translation>
            <numerusform>Lo que estaba guardado de este trabajo está dañado: el último cambio ya no se puede leer. Todo lo anterior está aquí.</numerusform>
            <numerusform>Lo que estaba guardado de este trabajo está dañado: los últimos %Ln cambios ya no se pueden leer. Todo lo anterior está aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has changed in the meantime. All your corrections still fit.</source>
        <translation>El archivo cambió entretanto. Todas tus correcciones aún sirven.</translation>
    </message>
    <message>
        <source>The file has changed in the meantime: {fitting}, {lost}.</source>
        <translation>El archivo cambió entretanto: {fitting}, {lost}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed cell(s) still fit</source>
        <translation>
            <numerusform>%Ln celda cambiada aún sirve</numerusform>
            <numerusform>%Ln celdas cambiadas aún sirven</numerusform>
        </translation>
    </message>
    <message>
        <source>Your file is no longer where it was. Your corrections are kept here.</source>
        <translation>Tu archivo ya no está donde estaba. Tus correcciones están guardadas aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) no longer fit and were left out</source>
        <translation>
            <numerusform>%Ln corrección ya no sirve y quedó fuera</numerusform>
            <numerusform>%Ln correcciones ya no sirven y quedaron fuera</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrarlas</translation>
    </message>
</context>
<context>
    <name>FileChips</name>
    <message>
        <source>Not used</source>
        <translation>No usado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s)</source>
        <translation>
            <numerusform>%Ln archivo más</numerusform>
            <numerusform>%Ln archivos más</numerusform>
        </translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Tus archivos</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Agregar archivos…</translation>
    </message>
    <message>
        <source>Add a sheet, a template or an export (Ctrl+O)</source>
        <translation>Agregar una hoja, una plantilla o una exportación (Ctrl+O)</translation>
    </message>
</context>
<context>
    <name>FileEditor</name>
    <message>
        <source>Use “{file}”</source>
        <translation>Usar “{file}”</translation>
    </message>
    <message>
        <source>Open in Check my spreadsheet: {path}</source>
        <translation>Abierto en Revisar mi hoja: {path}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Elegir…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>ninguna todavía</translation>
    </message>
    <message>
        <source>Stop comparing with it</source>
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
        <source>Compare with another version of the sheet…</source>
        <translation>Comparar con otra versión de la hoja…</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Tus archivos</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Revisar mi hoja</translation>
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
        <translation>Encuentra lo que impide que tus productos lleguen a Amazon y te ayuda a corregirlo, paso a paso.</translation>
    </message>
    <message>
        <source>The mapping sheet is still missing: drop it here too.</source>
        <translation>Todavía falta la hoja de mapeo: suéltala aquí también.</translation>
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
    <message>
        <source>Where to get the files</source>
        <translation>Dónde obtener los archivos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more check(s)</source>
        <translation>
            <numerusform>%Ln comprobación más</numerusform>
            <numerusform>%Ln comprobaciones más</numerusform>
        </translation>
    </message>
    <message>
        <source>Your mapping sheet</source>
        <translation>Tu hoja de mapeo</translation>
    </message>
    <message>
        <source>Amazon’s accepted values</source>
        <translation>Valores que acepta Amazon</translation>
    </message>
    <message>
        <source>Your products and SKUs</source>
        <translation>Tus productos y SKU</translation>
    </message>
    <message>
        <source>Your specifications</source>
        <translation>Tus especificaciones</translation>
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
        <source>Find next</source>
        <translation>Buscar el siguiente</translation>
    </message>
    <message>
        <source>Enter: show the next place in the whole sheet</source>
        <translation>Enter: muestra el siguiente lugar en toda la hoja</translation>
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
    <name>HeaderBar</name>
    <message>
        <source>What Listo does</source>
        <translation>Lo que hace Listo</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Continue earlier work (Ctrl+R)</source>
        <translation>Continuar con un trabajo anterior (Ctrl+R)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>What can I do here? (F1; all actions: Ctrl+K)</source>
        <translation>¿Qué puedo hacer aquí? (F1; todas las acciones: Ctrl+K)</translation>
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
        <source>All keys</source>
        <translation>Todas las teclas</translation>
    </message>
    <message>
        <source>Where to get the files</source>
        <translation>Dónde obtener los archivos</translation>
    </message>
    <message>
        <source>About Listo</source>
        <translation>Acerca de Listo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>En todas partes</translation>
    </message>
    <message>
        <source>Your mapping sheet</source>
        <translation>Tu hoja de mapeo</translation>
    </message>
    <message>
        <source>Amazon’s accepted values</source>
        <translation>Valores que Amazon acepta</translation>
    </message>
    <message>
        <source>Your products and SKUs</source>
        <translation>Tus productos y SKU</translation>
    </message>
    <message>
        <source>Your specifications</source>
        <translation>Tus especificaciones</translation>
    </message>
    <message>
        <source>The errors</source>
        <translation>Los errores</translation>
    </message>
    <message>
        <source>It works without a network and without an account.</source>
        <translation>Funciona sin red y sin cuenta.</translation>
    </message>
    <message>
        <source>Your stored work</source>
        <translation>Tu trabajo guardado</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>El registro</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Listo has the MIT license. It brings along:</source>
        <translation>Listo tiene la licencia MIT. Trae consigo:</translation>
    </message>
    <message>
        <source>Read the licenses</source>
        <translation>Leer las licencias</translation>
    </message>
    <message>
        <source>Copy these facts</source>
        <translation>Copiar estos datos</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
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
        <source>%Ln put back on the list</source>
        <translation>
            <numerusform>%Ln devuelto a la lista</numerusform>
            <numerusform>%Ln devueltos a la lista</numerusform>
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
    <name>IgnoreDialog</name>
    <message numerus="yes">
        <source>Leave %Ln as it is</source>
        <translation>
            <numerusform>Dejar %Ln como está</numerusform>
            <numerusform>Dejar %Ln como están</numerusform>
        </translation>
    </message>
    <message>
        <source>It stays as it is and is counted separately. You can put it back under Send to VTEX.</source>
        <translation>Queda como está y se cuenta por separado. Puedes devolverlo a la lista en Enviar a VTEX.</translation>
    </message>
    <message>
        <source>Why (optional)</source>
        <translation>Motivo (opcional)</translation>
    </message>
    <message>
        <source>For example: we no longer sell this category</source>
        <translation>Por ejemplo: ya no vendemos esta categoría</translation>
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
    <name>IgnoredModel</name>
    <message>
        <source>Put back on the list</source>
        <translation>Devolver a la lista</translation>
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
    <name>IssueSection</name>
    <message>
        <source>Done: {title}</source>
        <translation>Listo: {title}</translation>
    </message>
    <message numerus="yes">
        <source>Use all %Ln suggestion(s)</source>
        <translation>
            <numerusform>Usar la sugerencia</numerusform>
            <numerusform>Usar las %Ln sugerencias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Eliminar %Ln fila</numerusform>
            <numerusform>Eliminar las %Ln filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %Ln row(s)…</source>
        <translation>
            <numerusform>Agregar %Ln fila…</numerusform>
            <numerusform>Agregar las %Ln filas…</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the missing rows…</source>
        <translation>Agregar las filas que faltan…</translation>
    </message>
    <message numerus="yes">
        <source>Draft the rows of the %Ln categor(y/ies)</source>
        <translation>
            <numerusform>Hacer un borrador de las filas de la categoría</numerusform>
            <numerusform>Hacer un borrador de las filas de las %Ln categorías</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an Amazon file</source>
        <translation>Agregar un archivo de Amazon</translation>
    </message>
    <message>
        <source>Show fewer rows</source>
        <translation>Mostrar menos filas</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln row(s)</source>
        <translation>
            <numerusform>Mostrar %Ln fila</numerusform>
            <numerusform>Mostrar las %Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what matters</source>
        <translation>Solo lo que importa</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Todas las columnas</translation>
    </message>
</context>
<context>
    <name>IssueTypeEnding</name>
    <message>
        <source>Add what is missing…</source>
        <translation>Agregar lo que falta…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) not checked for attributes and values: no Amazon file</source>
        <translation>
            <numerusform>%Ln categoría sin revisar atributos ni valores: falta el archivo de Amazon</numerusform>
            <numerusform>%Ln categorías sin revisar atributos ni valores: falta el archivo de Amazon</numerusform>
        </translation>
    </message>
    <message>
        <source>Every check had what it needed.</source>
        <translation>No le faltó nada a ninguna comprobación.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) did not run because a file, a column or a choice is missing</source>
        <translation>
            <numerusform>%Ln comprobación no se hizo porque falta un archivo, una columna o una elección</numerusform>
            <numerusform>%Ln comprobaciones no se hicieron porque falta un archivo, una columna o una elección</numerusform>
        </translation>
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
</context>
<context>
    <name>IssueTypeHeading</name>
    <message>
        <source>VTEX would answer: “{message}”</source>
        <translation>VTEX respondería: “{message}”</translation>
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
        <source>Show the rows</source>
        <translation>Mostrar las filas</translation>
    </message>
    <message>
        <source>Fold it up</source>
        <translation>Contraer</translation>
    </message>
</context>
<context>
    <name>IssueTypesModel</name>
    <message>
        <source>Done: {title}</source>
        <translation>Hecho: {title}</translation>
    </message>
    <message numerus="yes">
        <source>+%Ln SKU(s)</source>
        <translation>
            <numerusform>+%Ln SKU</numerusform>
            <numerusform>+%Ln SKU</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s), with other kinds</source>
        <translation>
            <numerusform>%Ln SKU, con otros tipos</numerusform>
            <numerusform>%Ln SKU, con otros tipos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds up %Ln SKU(s).</source>
        <translation>
            <numerusform>Detiene %Ln SKU.</numerusform>
            <numerusform>Detiene %Ln SKU.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing else holds up %Ln of them, as far as is known now.</source>
        <translation>
            <numerusform>%Ln de ellos solo por esto, por lo que se sabe ahora.</numerusform>
            <numerusform>%Ln de ellos solo por esto, por lo que se sabe ahora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fixed in the best order, it and those before it free %Ln SKU(s).</source>
        <translation>
            <numerusform>En el mejor orden de corrección, este y los anteriores liberan %Ln SKU.</numerusform>
            <numerusform>En el mejor orden de corrección, este y los anteriores liberan %Ln SKU.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Down</source>
        <translation>Abajo</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
</context>
<context>
    <name>KitsChoice</name>
    <message>
        <source>Kits are checked as any other SKU.</source>
        <translation>Los kits se revisan como cualquier otro SKU.</translation>
    </message>
    <message>
        <source>Your kits are listed, since they will not reach Amazon.</source>
        <translation>Tus kits se listan, porque no llegarán a Amazon.</translation>
    </message>
    <message>
        <source>Your export has kits. The settings of the integration say whether they are sent.</source>
        <translation>Tu exportación tiene kits. La configuración de la integración dice si se envían.</translation>
    </message>
    <message>
        <source>They are sent</source>
        <translation>Se envían</translation>
    </message>
    <message>
        <source>They are not sent</source>
        <translation>No se envían</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>Are your kits sent to Amazon?</source>
        <translation>¿Tus kits se envían a Amazon?</translation>
    </message>
</context>
<context>
    <name>LookList</name>
    <message numerus="yes">
        <source>likely · %Ln row(s)</source>
        <translation>
            <numerusform>probable · %Ln fila</numerusform>
            <numerusform>probable · %Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked through</source>
        <translation>Revisado</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Está bien</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cambiarlo</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Another attribute…</source>
        <translation>Otro atributo…</translation>
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
        <source>Listo does not know this message. Try other words, or browse the errors below.</source>
        <translation>Listo no conoce este mensaje. Prueba con otras palabras o mira los errores de abajo.</translation>
    </message>
    <message>
        <source>These match; the first is the most likely.</source>
        <translation>Estos coinciden; el primero es el más probable.</translation>
    </message>
    <message>
        <source>If one says the same, choose it. Or try other words from the message.</source>
        <translation>Si alguno dice lo mismo, ábrelo. O prueba con otras palabras del mensaje.</translation>
    </message>
    <message>
        <source>Listo does not know this message. These are the closest, but may be something else:</source>
        <translation>Listo no conoce este mensaje. Estos son los más parecidos, pero pueden ser otra cosa:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>If it says the same, choose it. Or try other words from the message.</source>
        <translation>Si dice lo mismo, ábrelo. O prueba con otras palabras del mensaje.</translation>
    </message>
    <message>
        <source>Listo does not know this message. This is the closest, but may be something else:</source>
        <translation>Listo no conoce este mensaje. Este es el más parecido, pero puede ser otra cosa:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln different error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errores diferentes</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no error message in it.</source>
        <translation>No hay ningún mensaje de error ahí.</translation>
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
        <source>Understand an error</source>
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
        <source>Open files</source>
        <translation>Abrir archivos</translation>
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
    <name>MissingRowsCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln fila</numerusform>
            <numerusform>%Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>All: {rows}</source>
        <translation>Todas: {rows}</translation>
    </message>
    <message>
        <source>Only this problem: {rows}</source>
        <translation>Solo este problema: {rows}</translation>
    </message>
    <message>
        <source>Category {category}: {rows}</source>
        <translation>Categoría {category}: {rows}</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln row(s)</source>
        <translation>
            <numerusform>Agregar %Ln fila</numerusform>
            <numerusform>Agregar %Ln filas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) still lack(s) something: fill it in here, or later.</source>
        <translation>
            <numerusform>Todavía falta algo en %Ln fila: complétalo aquí o después.</numerusform>
            <numerusform>Todavía falta algo en %Ln filas: complétalo aquí o después.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is marked is a proposal: change it where it is not right.</source>
        <translation>Lo marcado es una propuesta: cámbiala donde no sea correcta.</translation>
    </message>
    <message>
        <source>Rows to add, with what is known of them</source>
        <translation>Filas por agregar, con lo que se sabe de ellas</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Qué filas</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>MissingRowsDelegate</name>
    <message>
        <source>fill in</source>
        <translation>completar</translation>
    </message>
</context>
<context>
    <name>MissingRowsModel</name>
    <message>
        <source>Add this row</source>
        <translation>Agregar esta fila</translation>
    </message>
    <message>
        <source>{column}: to be filled in</source>
        <translation>{column}: por completar</translation>
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
        <source>another, if there are several</source>
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
    <name>OwnRows</name>
    <message>
        <source>In your sheet</source>
        <translation>En tu hoja</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln row(s)</source>
        <translation>
            <numerusform>Mostrar la fila</numerusform>
            <numerusform>Mostrar las %Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the file…</source>
        <translation>Agregar el archivo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) say(s) “{name}”.</source>
        <translation>
            <numerusform>Una fila dice “{name}”.</numerusform>
            <numerusform>%Ln filas dicen “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can cause this error.</source>
        <translation>
            <numerusform>Una fila puede causar este error.</numerusform>
            <numerusform>%Ln filas pueden causar este error.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row says “{name}”.</source>
        <translation>Ninguna fila dice “{name}”.</translation>
    </message>
    <message>
        <source>Nothing that was checked causes this error.</source>
        <translation>Nada de lo que se revisó causa este error.</translation>
    </message>
    <message>
        <source>That is only where the name is. To tell whether it is wrong there, Listo needs {files}.</source>
        <translation>Es solo donde está el nombre. Para decir si ahí hay un error, Listo necesita: {files}.</translation>
    </message>
    <message>
        <source>Not everything could be checked without {files}.</source>
        <translation>No se pudo revisar todo sin {files}.</translation>
    </message>
    <message>
        <source>A check finds something wrong there.</source>
        <translation>Una comprobación encuentra un error en ella.</translation>
    </message>
    <message numerus="yes">
        <source>A check finds something wrong in %Ln of them.</source>
        <translation>
            <numerusform>Una comprobación encuentra un error en una de ellas.</numerusform>
            <numerusform>Una comprobación encuentra un error en %Ln de ellas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The checks for this error find nothing wrong there.</source>
        <translation>Las comprobaciones de este error no encuentran nada mal ahí.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
</context>
<context>
    <name>OwnSheetBar</name>
    <message>
        <source>Not explained by your files</source>
        <translation>Sin explicación en tus archivos</translation>
    </message>
    <message>
        <source>Explained, and still to fix</source>
        <translation>Explicados, y aún por corregir</translation>
    </message>
    <message>
        <source>Show SKU {sku}</source>
        <translation>Mostrar el SKU {sku}</translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln not explained</source>
        <translation>
            <numerusform>Mostrar el que no tiene explicación</numerusform>
            <numerusform>Mostrar los %Ln sin explicación</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln still to fix</source>
        <translation>
            <numerusform>Mostrar el que falta corregir</numerusform>
            <numerusform>Mostrar los %Ln que faltan corregir</numerusform>
        </translation>
    </message>
    <message>
        <source>In your open files, SKU {sku}: {state}.</source>
        <translation>En tus archivos abiertos, SKU {sku}: {state}.</translation>
    </message>
    <message>
        <source>Your files explain {explained} of {total} messages.</source>
        <translation>Tus archivos explican {explained} de {total} mensajes.</translation>
    </message>
    <message numerus="yes">
        <source>They do not explain %Ln.</source>
        <translation>
            <numerusform>No explican %Ln.</numerusform>
            <numerusform>No explican %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them you have fixed already.</source>
        <translation>
            <numerusform>%Ln de ellos ya lo corregiste.</numerusform>
            <numerusform>%Ln de ellos ya los corregiste.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name no SKU of your export.</source>
        <translation>
            <numerusform>%Ln no nombra ningún SKU de tu exportación.</numerusform>
            <numerusform>%Ln no nombran ningún SKU de tu exportación.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>The first rows of the sheet</source>
        <translation>Las primeras filas de la hoja</translation>
    </message>
</context>
<context>
    <name>ProblemActionBar</name>
    <message>
        <source>Next decision ({key})</source>
        <translation>Siguiente decisión ({key})</translation>
    </message>
    <message>
        <source>Shows what is to be decided next, with its suggestion</source>
        <translation>Muestra lo que sigue por decidir, con su sugerencia</translation>
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
        <translation>Editar la celda manualmente (F2)</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Eliminar %Ln fila</numerusform>
            <numerusform>Eliminar %Ln filas</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete what is selected (Ctrl+-)</source>
        <translation>Eliminar lo seleccionado (Ctrl+-)</translation>
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
        <source>Ctrl+Enter: all like it</source>
        <translation>Ctrl+Enter: todas las iguales</translation>
    </message>
    <message>
        <source>Add the row for “{name}”…</source>
        <translation>Agregar la fila de “{name}”…</translation>
    </message>
    <message>
        <source>Shows the row that is missing, with what is known of it</source>
        <translation>Muestra la fila que falta, con lo que se sabe de ella</translation>
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
    <name>ProblemsDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vacío)</translation>
    </message>
    <message>
        <source>choose from the list</source>
        <translation>elige de la lista</translation>
    </message>
    <message>
        <source>type the right text</source>
        <translation>escribe el texto correcto</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Keep this row</source>
        <translation>Conservar esta fila</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Agregar…</translation>
    </message>
    <message>
        <source>Enter: this cell · Ctrl+Enter: all like it · Down: accepted values · Esc: cancel</source>
        <translation>Enter: esta celda · Ctrl+Enter: todas las iguales · Flecha abajo: valores aceptados · Esc: cancelar</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Row {number}</source>
        <translation>Fila {number}</translation>
    </message>
    <message>
        <source>{column}: {text}, the cell with the problem</source>
        <translation>{column}: {text}, la celda con el problema</translation>
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
        <source>{column}: {text}, where the rows differ</source>
        <translation>{column}: {text}, donde las filas difieren</translation>
    </message>
    <message>
        <source>Suggestion: {text}, as you chose last time</source>
        <translation>Sugerencia: {text}, como elegiste la última vez</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>segura</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>probable</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>una conjetura</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Celda</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Sugerencia</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>Qué está mal</translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln tipo</numerusform>
            <numerusform>%Ln tipos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problema</numerusform>
            <numerusform>%Ln problemas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln set aside</source>
        <translation>
            <numerusform>%Ln dejado como está</numerusform>
            <numerusform>%Ln dejados como están</numerusform>
        </translation>
    </message>
    <message>
        <source>Remembered choices…</source>
        <translation>Opciones guardadas…</translation>
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
        <translation>Editar manualmente…</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Dejar como está…</translation>
    </message>
    <message>
        <source>Rows with this problem</source>
        <translation>Filas con este problema</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message numerus="yes">
        <source>%Ln SKU(s) wait for it</source>
        <translation>
            <numerusform>%Ln SKU espera esto</numerusform>
            <numerusform>%Ln SKU esperan esto</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Ask it after all others (Alt+Right)</source>
        <translation>Preguntarlo después de todas las demás (Alt+Flecha derecha)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>The answer before (Alt+Left)</source>
        <translation>La respuesta anterior (Alt+Flecha izquierda)</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>Volver a las preguntas</translation>
    </message>
    <message>
        <source>Which Amazon attribute is your specification “{field}”?</source>
        <translation>¿Qué atributo de Amazon es tu especificación “{field}”?</translation>
    </message>
    <message>
        <source>“{value}” of your specification “{field}”: which {attribute} is that at Amazon?</source>
        <translation>“{value}” de tu especificación “{field}”: ¿cuál es el valor de {attribute} en Amazon?</translation>
    </message>
    <message>
        <source>Which categories does CategoryID hold?</source>
        <translation>¿Qué categorías lleva CategoryID?</translation>
    </message>
    <message>
        <source>None: leave it out</source>
        <translation>Ninguno: dejarla fuera</translation>
    </message>
    <message>
        <source>VTEX’s global categories</source>
        <translation>Las categorías globales de VTEX</translation>
    </message>
    <message>
        <source>Your store’s categories</source>
        <translation>Las categorías de tu tienda</translation>
    </message>
    <message>
        <source>Your products vary by {attribute}. Which variation theme is that?</source>
        <translation>Tus productos varían por {attribute}. ¿Cuál es el tema de variación?</translation>
    </message>
    <message>
        <source>Your exports do not tell. VTEX’s messages speak of the global category.</source>
        <translation>Tus exportaciones no lo dicen. Los mensajes de VTEX hablan de la categoría global.</translation>
    </message>
    <message>
        <source>In {category}.</source>
        <translation>En {category}.</translation>
    </message>
    <message numerus="yes">
        <source>One answer for all %Ln categor(y/ies) that it is about.</source>
        <translation>
            <numerusform>Una respuesta para la categoría de que se trata.</numerusform>
            <numerusform>Una respuesta para todas las %Ln categorías de que se trata.</numerusform>
        </translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>Por ejemplo:</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Ninguno de ellos</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Dejarlo fuera</translation>
    </message>
    <message>
        <source>Your answer: {answer}</source>
        <translation>Tu respuesta: {answer}</translation>
    </message>
    <message>
        <source>You left it out.</source>
        <translation>Lo dejaste fuera.</translation>
    </message>
    <message numerus="yes">
        <source>Guesses, the likeliest first (keys 1 to %Ln)</source>
        <translation>
            <numerusform>Una conjetura (tecla %Ln)</numerusform>
            <numerusform>Conjeturas, la más probable primero (teclas 1 a %Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>No accepted value resembles it. The list begins with these:</source>
        <translation>Ningún valor aceptado se le parece. La lista empieza con estos:</translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln attribute(s) of your categories</source>
        <translation>
            <numerusform>O el atributo de tus categorías</numerusform>
            <numerusform>O uno de los %Ln atributos de tus categorías</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln theme(s)</source>
        <translation>
            <numerusform>O el tema de variación</numerusform>
            <numerusform>O uno de los %Ln temas de variación</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln accepted value(s)</source>
        <translation>
            <numerusform>O el valor aceptado</numerusform>
            <numerusform>O uno de los %Ln valores aceptados</numerusform>
        </translation>
    </message>
    <message>
        <source>Or any other text</source>
        <translation>O cualquier otro texto</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>“{name}” is already there.</source>
        <translation>“{name}” ya existe.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Buscar en:</translation>
    </message>
    <message>
        <source>File name:</source>
        <translation>Nombre del archivo:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Archivos de tipo:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
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
        <source>Find the file…</source>
        <translation>Buscar el archivo…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>¿Dónde está {name} ahora?</translation>
    </message>
    <message>
        <source>Delete what Listo has stored about {name}? This cannot be undone.</source>
        <translation>¿Eliminar lo que Listo guardó sobre {name}? No se puede deshacer.</translation>
    </message>
    <message>
        <source>Delete the remembered choices too</source>
        <translation>Eliminar también las opciones guardadas</translation>
    </message>
    <message>
        <source>Being opened: {names}. Earlier spreadsheets are listed as soon as that is done.</source>
        <translation>Abriendo: {names}. Las hojas anteriores aparecen en cuanto termine.</translation>
    </message>
    <message>
        <source>Remembered choices…</source>
        <translation>Opciones guardadas…</translation>
    </message>
    <message>
        <source>All work</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>Hojas de cálculo</translation>
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
        <translation>¿Eliminar todo el trabajo guardado con hojas y mensajes? Tus archivos y la configuración de tus tiendas quedan como están.</translation>
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
        <source>Nothing here yet. Your work is stored on this computer only, and you find it here again.</source>
        <translation>Todavía no hay nada. Tu trabajo se guarda solo en este equipo, y aquí lo vuelves a encontrar.</translation>
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
    <name>RemainingCard</name>
    <message>
        <source>Look at them</source>
        <translation>Ver los problemas</translation>
    </message>
    <message>
        <source>Show these SKUs</source>
        <translation>Mostrar estos SKU</translation>
    </message>
    <message>
        <source>Add what is missing…</source>
        <translation>Agregar lo que falta…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) are held up</source>
        <translation>
            <numerusform>%Ln SKU está detenido</numerusform>
            <numerusform>%Ln SKU están detenidos</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem is left in the sheet, but {held}.</source>
        <translation>No queda ningún problema en la hoja, pero {held}.</translation>
    </message>
    <message>
        <source>No problem is left.</source>
        <translation>No queda ningún problema.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) with {problems} are left</source>
        <translation>
            <numerusform>Queda %Ln tipo con {problems}</numerusform>
            <numerusform>Quedan %Ln tipos con {problems}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problema</numerusform>
            <numerusform>%Ln problemas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) are ready.</source>
        <translation>
            <numerusform>%Ln SKU está listo.</numerusform>
            <numerusform>%Ln SKU están listos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is as far as your files tell: not everything could be checked.</source>
        <translation>Esto es lo que tus archivos permiten saber: no todo se pudo comprobar.</translation>
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
        <source>To share: what was found, what was corrected, and what could not be checked.</source>
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
    <message>
        <source>report</source>
        <translation>informe</translation>
    </message>
    <message>
        <source>The PDF could not be made. Your work is safe; make the HTML report instead.</source>
        <translation>No se pudo hacer el PDF. Tu trabajo está a salvo; haz el informe en HTML.</translation>
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
    <name>SendPage</name>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar a VTEX</translation>
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
    <message>
        <source>What is this, and where do I find it? (Ctrl+I)</source>
        <translation>¿Qué es esto y dónde lo encuentro? (Ctrl+I)</translation>
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
        <source>Authorization</source>
        <translation>Autorización</translation>
    </message>
    <message>
        <source>The rest of VTEX’s form</source>
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
        <source>not given</source>
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
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>That looked like a token or a key. Listo removed it from the field and did not keep it. It may still be in the clipboard.</source>
        <translation>Eso parecía un token o una clave. Listo lo quitó del campo y no lo guardó. Quizás siga en el portapapeles.</translation>
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
        <source>Compare what VTEX has with what Amazon has. Drop your own Amazon category template here to use the names in it. Never type a token here.</source>
        <translation>Compara lo que está en VTEX con lo que está en Amazon. Suelta aquí tu plantilla de categoría de Amazon para usar los nombres que trae. Nunca escribas un token aquí.</translation>
    </message>
</context>
<context>
    <name>SheetDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vacía)</translation>
    </message>
    <message>
        <source>Enter: change the cell · Down: accepted values · Esc: cancel</source>
        <translation>Enter: cambia la celda · Flecha abajo: valores aceptados · Esc: cancelar</translation>
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
    <name>SheetProblemsList</name>
    <message>
        <source>Problems of the whole sheet</source>
        <translation>Problemas de toda la hoja</translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>Edit by hand…</source>
        <translation>Editar manualmente…</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Dejar como está…</translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>Toda la hoja</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Kinds of problem</source>
        <translation>Tipos de problema</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) need another file or choice</source>
        <translation>
            <numerusform>%Ln comprobación necesita otro archivo o una elección</numerusform>
            <numerusform>%Ln comprobaciones necesitan otro archivo o una elección</numerusform>
        </translation>
    </message>
    <message>
        <source>Add what is missing…</source>
        <translation>Agregar lo que falta…</translation>
    </message>
</context>
<context>
    <name>SkuPreview</name>
    <message>
        <source>What would be sent</source>
        <translation>Lo que se enviaría</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy every attribute with its value</source>
        <translation>Copiar cada atributo con su valor</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atributo</translation>
    </message>
    <message>
        <source>In VTEX</source>
        <translation>En VTEX</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Nothing of the mapping sheet is sent for it.</source>
        <translation>Nada de la hoja de mapeo se envía para él.</translation>
    </message>
    <message>
        <source>The Admin’s newer screens, Amazon Listing and Product Publication, take no sheet: enter these values there.</source>
        <translation>Las pantallas más nuevas del Admin, Amazon Listing y Publicación de producto, no usan la hoja: escribe allí estos valores.</translation>
    </message>
    <message>
        <source>It does not go through until this is fixed:</source>
        <translation>No pasa hasta que se corrija esto:</translation>
    </message>
    <message>
        <source>VTEX’s export of SKU specifications</source>
        <translation>la exportación de especificaciones de SKU de VTEX</translation>
    </message>
    <message>
        <source>VTEX’s export of product specifications</source>
        <translation>la exportación de especificaciones de producto de VTEX</translation>
    </message>
    <message>
        <source>Choose a SKU to see what becomes of it.</source>
        <translation>Elige un SKU para ver qué pasa con él.</translation>
    </message>
    <message>
        <source>Product Publication wants the title to begin with the brand: put “{brand}” at its beginning there.</source>
        <translation>Publicación de producto quiere que el título comience con la marca: pon “{brand}” al comienzo en esa página.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Se envía</translation>
    </message>
    <message>
        <source>Go to row {row}</source>
        <translation>Ir a la fila {row}</translation>
    </message>
    <message>
        <source>VTEX sends it. Whether Amazon takes its values is not checked: no Amazon file is for its category.</source>
        <translation>VTEX lo envía. No se revisó si Amazon acepta los valores: ningún archivo de Amazon es para su categoría.</translation>
    </message>
    <message>
        <source>Not known without {files}.</source>
        <translation>No se sabe sin {files}.</translation>
    </message>
    <message>
        <source>As far as your files tell, it goes through.</source>
        <translation>Por lo que dicen tus archivos, pasa.</translation>
    </message>
    <message>
        <source>It may go through, but this can stop it:</source>
        <translation>Puede pasar, pero esto puede bloquearlo:</translation>
    </message>
    <message>
        <source>VTEX does not send it to Amazon:</source>
        <translation>VTEX no lo envía a Amazon:</translation>
    </message>
</context>
<context>
    <name>SkuStrip</name>
    <message numerus="yes">
        <source>%Ln ready</source>
        <translation>
            <numerusform>%Ln listo</numerusform>
            <numerusform>%Ln listos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held up</source>
        <translation>
            <numerusform>%Ln detenido</numerusform>
            <numerusform>%Ln detenidos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln no se envía</numerusform>
            <numerusform>%Ln no se envían</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known</source>
        <translation>
            <numerusform>%Ln sin información</numerusform>
            <numerusform>%Ln sin información</numerusform>
        </translation>
    </message>
    <message>
        <source>Show these SKUs</source>
        <translation>Mostrar estos SKU</translation>
    </message>
    <message>
        <source>VTEX’s export of SKU specifications</source>
        <translation>la exportación de especificaciones de SKU de VTEX</translation>
    </message>
    <message>
        <source>VTEX’s export of product specifications</source>
        <translation>la exportación de especificaciones de producto de VTEX</translation>
    </message>
    <message>
        <source>Missing to tell: {files}</source>
        <translation>Falta para saberlo: {files}</translation>
    </message>
    <message>
        <source>VTEX’s export of products and SKUs would show how many of your SKUs are ready.</source>
        <translation>La exportación de productos y SKU de VTEX mostraría cuántos de tus SKU están listos.</translation>
    </message>
    <message>
        <source>Add the file…</source>
        <translation>Agregar el archivo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them without Amazon’s values</source>
        <translation>
            <numerusform>%Ln de ellos sin los valores de Amazon</numerusform>
            <numerusform>%Ln de ellos sin los valores de Amazon</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting your SKUs…</source>
        <translation>Contando tus SKU…</translation>
    </message>
</context>
<context>
    <name>SkusModel</name>
    <message>
        <source>No Amazon file for its category</source>
        <translation>Sin archivo de Amazon para la categoría</translation>
    </message>
    <message>
        <source>A file is missing to tell</source>
        <translation>Falta un archivo para saberlo</translation>
    </message>
    <message>
        <source>First reason</source>
        <translation>Primer motivo</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoría</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
</context>
<context>
    <name>SkusPage</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>y %Ln más</numerusform>
            <numerusform>y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>skus</source>
        <translation>skus</translation>
    </message>
    <message>
        <source>Save these SKUs</source>
        <translation>Guardar estos SKU</translation>
    </message>
    <message>
        <source>List of SKUs</source>
        <translation>Lista de SKU</translation>
    </message>
    <message>
        <source>Replace it with the list of SKUs?</source>
        <translation>¿Reemplazarlo por la lista de SKU?</translation>
    </message>
    <message>
        <source>The list is in “{folder}”, named “{name}”.</source>
        <translation>La lista está en “{folder}”, con el nombre “{name}”.</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Guardar lista</translation>
    </message>
    <message>
        <source>The SKUs shown, with reasons and what would be sent of each</source>
        <translation>Los SKU mostrados, con los motivos y lo que se enviaría de cada uno</translation>
    </message>
    <message>
        <source>To work with (Excel)…</source>
        <translation>Para trabajar (Excel)…</translation>
    </message>
    <message>
        <source>As plain table (CSV)…</source>
        <translation>Como tabla simple (CSV)…</translation>
    </message>
    <message>
        <source>Your SKUs</source>
        <translation>Tus SKU</translation>
    </message>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar a VTEX</translation>
    </message>
    <message>
        <source>Search by SKU, name or reason</source>
        <translation>Buscar por SKU, nombre o motivo</translation>
    </message>
    <message>
        <source>Search your SKUs</source>
        <translation>Buscar tus SKU</translation>
    </message>
    <message>
        <source>Which SKUs are shown</source>
        <translation>Qué SKU se muestran</translation>
    </message>
    <message>
        <source>Listo goes by the documented rules. It cannot foresee how Amazon matches products (ASIN), brand approvals, images, or the state of your account.</source>
        <translation>Listo sigue las reglas documentadas. No puede prever la coincidencia con productos que Amazon ya tiene (ASIN), la aprobación de marcas, las imágenes ni la situación de tu cuenta.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listos</translation>
    </message>
    <message>
        <source>Held up</source>
        <translation>Detenidos</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>No se envían</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Sin información</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Todos ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln observación</numerusform>
            <numerusform>%Ln observaciones</numerusform>
        </translation>
    </message>
    <message>
        <source>What is odd about your exports</source>
        <translation>Lo que hay de raro en tus exportaciones</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKU</numerusform>
        </translation>
    </message>
    <message>
        <source>No SKU fits this search.</source>
        <translation>Ningún SKU coincide con la búsqueda.</translation>
    </message>
    <message>
        <source>Add the export…</source>
        <translation>Agregar la exportación…</translation>
    </message>
    <message>
        <source>Listo is working out what becomes of your SKUs…</source>
        <translation>Listo está viendo qué pasa con tus SKU…</translation>
    </message>
    <message>
        <source>With VTEX’s export of products and SKUs, Listo shows which SKUs would go through, which are held up, and by what. The export of SKU specifications belongs to it.</source>
        <translation>Con la exportación de productos y SKU de VTEX, Listo muestra qué SKU pasarían, cuáles están detenidos y por qué. Agrega también la exportación de especificaciones de SKU.</translation>
    </message>
</context>
<context>
    <name>SpreadsheetTab</name>
    <message>
        <source>Another version of the sheet</source>
        <translation>Otra versión de la hoja</translation>
    </message>
    <message>
        <source>your last spreadsheet</source>
        <translation>tu última hoja</translation>
    </message>
    <message>
        <source>Drop your mapping sheet, and Listo shows where this error comes from in it.</source>
        <translation>Suelta tu hoja de mapeo y Listo te muestra en ella de dónde viene este error.</translation>
    </message>
    <message>
        <source>No row of your sheet says “{name}”.</source>
        <translation>Ninguna fila de tu hoja dice “{name}”.</translation>
    </message>
    <message>
        <source>Your spreadsheet has no problem of that kind.</source>
        <translation>Tu hoja no tiene ningún problema de ese tipo.</translation>
    </message>
    <message>
        <source>These rows say “{name}”. To tell whether anything is wrong with it, Listo needs {files}.</source>
        <translation>Estas filas dicen “{name}”. Para decir si ahí hay un error, Listo necesita: {files}.</translation>
    </message>
    <message>
        <source>Add the file…</source>
        <translation>Agregar el archivo…</translation>
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
    <name>StartView</name>
    <message>
        <source>or drop an export or an Amazon report here</source>
        <translation>o suelta aquí una exportación o un informe de Amazon</translation>
    </message>
    <message>
        <source>Continue with a list</source>
        <translation>Continuar con una lista</translation>
    </message>
    <message>
        <source>Common errors</source>
        <translation>Errores comunes</translation>
    </message>
    <message>
        <source>All errors by area</source>
        <translation>Todos los errores por área</translation>
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
        <source>Your SKUs</source>
        <translation>Tus SKU</translation>
    </message>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar a VTEX</translation>
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
        <source>Delete what Listo has stored about {name}? This cannot be undone.</source>
        <translation>¿Eliminar lo que Listo guardó sobre {name}? No se puede deshacer.</translation>
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
    <name>Tabs</name>
    <message>
        <source>Understand an error</source>
        <translation>Entender un error</translation>
    </message>
    <message>
        <source>Paste what VTEX or Amazon shows: one message, or a whole list of them.</source>
        <translation>Pega lo que muestra VTEX o Amazon: un mensaje o una lista entera.</translation>
    </message>
    <message>
        <source>Paste all or part of the message that VTEX or Amazon shows, in English, Portuguese or Spanish.</source>
        <translation>Pega el mensaje que muestra VTEX o Amazon, entero o en parte, en español, portugués o inglés.</translation>
    </message>
    <message>
        <source>A number such as 8560 or a few words such as “expired token” work too.</source>
        <translation>También sirve un número como 8560 o algunas palabras como “token vencido”.</translation>
    </message>
    <message>
        <source>Paste many lines, or drop an export, to see which errors hold up the most SKUs.</source>
        <translation>Pega muchas líneas o suelta una exportación para ver qué errores frenan más SKU.</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Revisar mi hoja</translation>
    </message>
    <message>
        <source>Drop your mapping sheet. Your file is never changed: you save a corrected copy.</source>
        <translation>Suelta aquí tu hoja de mapeo. El archivo nunca cambia: guardas una copia corregida.</translation>
    </message>
    <message>
        <source>Drop the mapping sheet that you upload to VTEX anywhere on the window.</source>
        <translation>Suelta en cualquier parte de la ventana la hoja de mapeo que subes a VTEX.</translation>
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
        <source>Start with the Seller ID: copy it from VTEX and from Amazon, and see whether they are the same.</source>
        <translation>Empieza por el Seller ID: cópialo de VTEX y de Amazon y mira si coinciden.</translation>
    </message>
    <message>
        <source>Fill in what VTEX has and what Amazon has, and see where they differ.</source>
        <translation>Completa lo que está en VTEX y lo que está en Amazon y mira en qué se diferencian.</translation>
    </message>
    <message>
        <source>The question mark next to each field says where to find it in both places.</source>
        <translation>El signo de interrogación junto a cada campo dice dónde encontrarlo en ambos lugares.</translation>
    </message>
    <message>
        <source>Listo never asks for a token or a password: do not write one anywhere here.</source>
        <translation>Listo nunca pide un token ni una contraseña: no escribas ninguno aquí.</translation>
    </message>
    <message>
        <source>the tabs</source>
        <translation>las pestañas</translation>
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
        <source>From the time of MWS</source>
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
    <name>ToldView</name>
    <message>
        <source>Enter or a double click shows the SKU.</source>
        <translation>Enter o un doble clic muestra el SKU.</translation>
    </message>
</context>
<context>
    <name>TradePolicyChoice</name>
    <message>
        <source>Which trade policy do you use for Amazon?</source>
        <translation>¿Qué política comercial usas para Amazon?</translation>
    </message>
    <message>
        <source>Listo checks that your active SKUs are in it.</source>
        <translation>Listo revisa que tus SKU activos estén en ella.</translation>
    </message>
    <message>
        <source>Choose its number or type it: one more check can run then.</source>
        <translation>Elige o escribe el número: así se puede hacer una comprobación más.</translation>
    </message>
    <message>
        <source>No active SKU of your export is in trade policy {policy}.</source>
        <translation>Ningún SKU activo de tu exportación está en la política comercial {policy}.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Clear the number</source>
        <translation>Borrar el número</translation>
    </message>
</context>
<context>
    <name>UncoveredCard</name>
    <message numerus="yes">
        <source>%Ln categor(y/ies) has/have no Amazon file</source>
        <translation>
            <numerusform>%Ln categoría no tiene archivo de Amazon</numerusform>
            <numerusform>%Ln categorías no tienen archivo de Amazon</numerusform>
        </translation>
    </message>
    <message>
        <source>Attributes and values are not checked there. Add a file, or say that one of yours is for them too.</source>
        <translation>En ellas no se revisan atributos ni valores. Agrega un archivo o indica que uno de los tuyos también es para ellas.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Agregar un archivo…</translation>
    </message>
    <message>
        <source>Change what “{name}” is for</source>
        <translation>Cambiar para qué sirve “{name}”</translation>
    </message>
    <message>
        <source>Change what a file is for</source>
        <translation>Cambiar para qué sirve un archivo</translation>
    </message>
    <message numerus="yes">
        <source>{categories} and %Ln more</source>
        <translation>
            <numerusform>{categories} y %Ln más</numerusform>
            <numerusform>{categories} y %Ln más</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrar cuáles</translation>
    </message>
</context>
<context>
    <name>UnknownView</name>
    <message>
        <source>Not known to Listo</source>
        <translation>Listo no los conoce</translation>
    </message>
    <message>
        <source>No known error clearly matches these. Paste one on its own to see the closest ones.</source>
        <translation>Ningún error conocido corresponde con seguridad a estos mensajes. Pega uno solo para ver los más parecidos.</translation>
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
        <translation>Toda la hoja</translation>
    </message>
    <message>
        <source>The problems, kind by kind (F6)</source>
        <translation>Los problemas, tipo por tipo (F6)</translation>
    </message>
    <message>
        <source>The whole sheet, with marks where something is wrong (F6)</source>
        <translation>Toda la hoja, con marcas donde algo está mal (F6)</translation>
    </message>
</context>
<context>
    <name>WholeSheetPage</name>
    <message>
        <source>None of the problems is in these rows. “By kind” shows all that there are.</source>
        <translation>Ninguno de los problemas está en estas filas. “Por tipo” muestra todos los que hay.</translation>
    </message>
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
        <source>{shown} of {rows}</source>
        <translation>{shown} de {rows}</translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>Toda la hoja</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Qué filas</translation>
    </message>
    <message>
        <source>Search all columns</source>
        <translation>Buscar en todas las columnas</translation>
    </message>
    <message>
        <source>Only rows that hold these words in any column</source>
        <translation>Solo las filas que tienen estas palabras en alguna columna</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Mostrar todas las filas</translation>
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
        <source>Previous problem (Shift+F8)</source>
        <translation>Problema anterior (Shift+F8)</translation>
    </message>
    <message>
        <source>Next problem (F8)</source>
        <translation>Problema siguiente (F8)</translation>
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
