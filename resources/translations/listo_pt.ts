<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Everywhere</source>
        <translation>Em toda parte</translation>
    </message>
    <message>
        <source>Understand an error</source>
        <translation>Entender um erro</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Verificar minha planilha</translation>
    </message>
    <message>
        <source>Problems, by kind</source>
        <translation>Problemas, por tipo</translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>A planilha inteira</translation>
    </message>
    <message>
        <source>Your SKUs</source>
        <translation>Seus SKUs</translation>
    </message>
    <message>
        <source>Check my settings</source>
        <translation>Verificar configurações</translation>
    </message>
    <message>
        <source>all actions, by what you want to do</source>
        <translation>todas as ações, pelo que você quer fazer</translation>
    </message>
    <message>
        <source>open files</source>
        <translation>abrir arquivos</translation>
    </message>
    <message>
        <source>add a sheet, a template or an export; import; load</source>
        <translation>adicionar uma planilha, um modelo ou uma exportação; importar; carregar</translation>
    </message>
    <message>
        <source>recent work</source>
        <translation>trabalhos recentes</translation>
    </message>
    <message>
        <source>continue, history, earlier sessions</source>
        <translation>continuar, histórico, trabalhos anteriores</translation>
    </message>
    <message>
        <source>help, with all keys</source>
        <translation>ajuda, com todas as teclas</translation>
    </message>
    <message>
        <source>look for the SKU or the message that you copied</source>
        <translation>procurar o SKU ou a mensagem que você copiou</translation>
    </message>
    <message>
        <source>where to get the files</source>
        <translation>onde obter os arquivos</translation>
    </message>
    <message>
        <source>download the mapping sheet, the Amazon template, the VTEX exports</source>
        <translation>baixar a planilha de mapeamento, o modelo da Amazon, as exportações da VTEX</translation>
    </message>
    <message>
        <source>about Listo</source>
        <translation>sobre o Listo</translation>
    </message>
    <message>
        <source>version, licenses, data folder, log</source>
        <translation>versão, licenças, pasta de dados, registro</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>sair</translation>
    </message>
    <message>
        <source>exit, close</source>
        <translation>fechar, encerrar</translation>
    </message>
    <message>
        <source>to the field</source>
        <translation>ir para o campo</translation>
    </message>
    <message>
        <source>from the field to the errors found</source>
        <translation>do campo para os erros encontrados</translation>
    </message>
    <message>
        <source>the first to the ninth error</source>
        <translation>do primeiro ao nono erro</translation>
    </message>
    <message>
        <source>clear the field; all errors by area</source>
        <translation>limpar o campo; todos os erros por área</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>desfazer</translation>
    </message>
    <message>
        <source>take back</source>
        <translation>voltar atrás</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>refazer</translation>
    </message>
    <message>
        <source>find and replace</source>
        <translation>localizar e substituir</translation>
    </message>
    <message>
        <source>search the sheet</source>
        <translation>procurar na planilha</translation>
    </message>
    <message>
        <source>Draft of your mapping</source>
        <translation>Rascunho do mapeamento</translation>
    </message>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar à VTEX</translation>
    </message>
    <message>
        <source>find in all columns</source>
        <translation>localizar em todas as colunas</translation>
    </message>
    <message>
        <source>problems by kind, or the whole sheet</source>
        <translation>problemas por tipo ou planilha inteira</translation>
    </message>
    <message>
        <source>go to Files</source>
        <translation>ir para Arquivos</translation>
    </message>
    <message>
        <source>go to Columns</source>
        <translation>ir para Colunas</translation>
    </message>
    <message>
        <source>go to Problems</source>
        <translation>ir para Problemas</translation>
    </message>
    <message>
        <source>fix, correct</source>
        <translation>corrigir, resolver</translation>
    </message>
    <message>
        <source>go to Your SKUs</source>
        <translation>ir para Seus SKUs</translation>
    </message>
    <message>
        <source>which products go through, what is sent, ready or held up</source>
        <translation>quais produtos passam, o que é enviado, pronto ou parado</translation>
    </message>
    <message>
        <source>go to Send to VTEX: save the corrected copy, or a report</source>
        <translation>ir para Enviar à VTEX: salvar a cópia corrigida ou um relatório</translation>
    </message>
    <message>
        <source>review what was changed or left as it is, what to do afterwards, upload, reprocess, download, export, print, PDF</source>
        <translation>revisar o que foi alterado ou ignorado, o que fazer depois, subir, reprocessar, baixar, exportar, imprimir, PDF</translation>
    </message>
    <message>
        <source>open the sample</source>
        <translation>abrir o exemplo</translation>
    </message>
    <message>
        <source>example, try it</source>
        <translation>amostra, experimentar</translation>
    </message>
    <message>
        <source>draft the mapping from your exports</source>
        <translation>rascunhar o mapeamento a partir das exportações</translation>
    </message>
    <message>
        <source>create, new sheet, add categories without rows, questions</source>
        <translation>criar, planilha nova, acrescentar categorias sem linhas, perguntas</translation>
    </message>
    <message>
        <source>compare with another version of the sheet</source>
        <translation>comparar com outra versão da planilha</translation>
    </message>
    <message>
        <source>old and new, what changed, differences</source>
        <translation>antiga e nova, o que mudou, diferenças</translation>
    </message>
    <message>
        <source>remembered choices</source>
        <translation>escolhas salvas</translation>
    </message>
    <message>
        <source>what was decided before; suggestions</source>
        <translation>o que foi decidido antes; sugestões</translation>
    </message>
    <message>
        <source>give the first to the fifth answer</source>
        <translation>dar da primeira à quinta resposta</translation>
    </message>
    <message>
        <source>ask it after all others</source>
        <translation>perguntar depois de todas as outras</translation>
    </message>
    <message>
        <source>the answer before</source>
        <translation>a resposta anterior</translation>
    </message>
    <message>
        <source>the next group of likely rows is right</source>
        <translation>o próximo grupo de linhas prováveis está certo</translation>
    </message>
    <message>
        <source>use the suggestion</source>
        <translation>usar a sugestão</translation>
    </message>
    <message>
        <source>use it for every cell like this one</source>
        <translation>usar em todas as células iguais a esta</translation>
    </message>
    <message>
        <source>choose another suggestion</source>
        <translation>escolher outra sugestão</translation>
    </message>
    <message>
        <source>edit the cell</source>
        <translation>editar a célula</translation>
    </message>
    <message>
        <source>leave it as it is</source>
        <translation>ignorar por ora</translation>
    </message>
    <message>
        <source>the next decision</source>
        <translation>a próxima decisão</translation>
    </message>
    <message>
        <source>the decision before</source>
        <translation>a decisão anterior</translation>
    </message>
    <message>
        <source>the next kind of problem</source>
        <translation>o próximo tipo de problema</translation>
    </message>
    <message>
        <source>the kind of problem before</source>
        <translation>o tipo de problema anterior</translation>
    </message>
    <message>
        <source>delete the selected rows</source>
        <translation>excluir as linhas selecionadas</translation>
    </message>
    <message>
        <source>add a row like this one</source>
        <translation>acrescentar uma linha como esta</translation>
    </message>
    <message>
        <source>the next problem</source>
        <translation>o próximo problema</translation>
    </message>
    <message>
        <source>the problem before</source>
        <translation>o problema anterior</translation>
    </message>
    <message>
        <source>search all columns</source>
        <translation>procurar em todas as colunas</translation>
    </message>
    <message>
        <source>filter, find rows</source>
        <translation>filtrar, achar linhas</translation>
    </message>
    <message>
        <source>sort and filter by this column</source>
        <translation>classificar e filtrar por esta coluna</translation>
    </message>
    <message>
        <source>order, A to Z</source>
        <translation>ordenar, classificar, A a Z</translation>
    </message>
    <message>
        <source>show all rows</source>
        <translation>mostrar todas as linhas</translation>
    </message>
    <message>
        <source>copy the selected block</source>
        <translation>copiar o bloco selecionado</translation>
    </message>
    <message>
        <source>cut the selected block</source>
        <translation>recortar o bloco selecionado</translation>
    </message>
    <message>
        <source>paste from Excel or LibreOffice</source>
        <translation>colar do Excel ou do LibreOffice</translation>
    </message>
    <message>
        <source>fill down</source>
        <translation>preencher para baixo</translation>
    </message>
    <message>
        <source>select the row</source>
        <translation>selecionar a linha</translation>
    </message>
    <message>
        <source>select the column</source>
        <translation>selecionar a coluna</translation>
    </message>
    <message>
        <source>select everything</source>
        <translation>selecionar tudo</translation>
    </message>
    <message>
        <source>fit the columns to what they say</source>
        <translation>ajustar as colunas ao conteúdo</translation>
    </message>
    <message>
        <source>width of columns</source>
        <translation>largura das colunas</translation>
    </message>
    <message>
        <source>empty the selected cells</source>
        <translation>apagar as células selecionadas</translation>
    </message>
    <message>
        <source>go to its row of the sheet</source>
        <translation>ir para a linha dele na planilha</translation>
    </message>
    <message>
        <source>copy what is selected</source>
        <translation>copiar o que está selecionado</translation>
    </message>
    <message>
        <source>save the list of SKUs (Excel)</source>
        <translation>salvar a lista de SKUs (Excel)</translation>
    </message>
    <message>
        <source>export, what to enter in Amazon Listing</source>
        <translation>exportar, o que digitar no Amazon Listing</translation>
    </message>
    <message>
        <source>take the change back</source>
        <translation>desfazer a alteração</translation>
    </message>
    <message>
        <source>where do I find this field?</source>
        <translation>onde encontro este campo?</translation>
    </message>
    <message>
        <source>new store</source>
        <translation>nova loja</translation>
    </message>
    <message>
        <source>add a store</source>
        <translation>adicionar uma loja</translation>
    </message>
    <message>
        <source>import settings from a file</source>
        <translation>importar configurações de um arquivo</translation>
    </message>
    <message>
        <source>export settings to a file</source>
        <translation>exportar configurações para um arquivo</translation>
    </message>
    <message>
        <source>compare with an Amazon category template</source>
        <translation>comparar com um modelo de categoria da Amazon</translation>
    </message>
</context>
<context>
    <name>ActionsDialog</name>
    <message>
        <source>All actions</source>
        <translation>Todas as ações</translation>
    </message>
    <message>
        <source>What do you want to do?</source>
        <translation>O que você quer fazer?</translation>
    </message>
    <message>
        <source>Nothing in Listo is called that.</source>
        <translation>Nada no Listo tem esse nome.</translation>
    </message>
    <message>
        <source>not possible now</source>
        <translation>não é possível agora</translation>
    </message>
    <message>
        <source>Not possible now</source>
        <translation>Não é possível agora</translation>
    </message>
</context>
<context>
    <name>AdminSection</name>
    <message>
        <source>not said; these steps are for the mapping sheet</source>
        <translation>não informado; estes passos são para a planilha de mapeamento</translation>
    </message>
    <message>
        <source>Then, in your VTEX Admin</source>
        <translation>Depois, no seu Admin VTEX</translation>
    </message>
    <message>
        <source>Check off each step as you do it. Listo remembers.</source>
        <translation>Marque cada passo que fizer. O Listo lembra.</translation>
    </message>
    <message>
        <source>Save the corrected copy first. Then follow these steps.</source>
        <translation>Salve primeiro a cópia corrigida. Depois siga estes passos.</translation>
    </message>
    <message>
        <source>Look again after a while, at {products}. What Amazon still refuses is listed there, and Listo can explain it.</source>
        <translation>Olhe de novo depois de um tempo, em {products}. O que a Amazon ainda recusar aparece lá, e o Listo pode explicar.</translation>
    </message>
    <message>
        <source>Upload “{name}”: {menu}.</source>
        <translation>Suba “{name}”: {menu}.</translation>
    </message>
    <message>
        <source>Upload the corrected copy: {menu}.</source>
        <translation>Suba a cópia corrigida: {menu}.</translation>
    </message>
    <message>
        <source>Reprocess the SKUs listed below: {products}, filter by Amazon, then {reprocess}.</source>
        <translation>Reprocesse os SKUs listados abaixo: {products}, filtre por Amazon e depois {reprocess}.</translation>
    </message>
    <message>
        <source>Reprocess the SKUs that use what you corrected: {products}, filter by Amazon, then {reprocess}.</source>
        <translation>Reprocesse os SKUs que usam o que você corrigiu: {products}, filtre por Amazon e depois {reprocess}.</translation>
    </message>
    <message>
        <source>Open {menu} and find the SKUs listed below. No sheet is uploaded there.</source>
        <translation>Abra {menu} e encontre os SKUs listados abaixo. Ali não se sobe planilha.</translation>
    </message>
    <message>
        <source>Open {menu} and find the SKUs that use what you corrected. No sheet is uploaded there.</source>
        <translation>Abra {menu} e encontre os SKUs que usam o que você corrigiu. Ali não se sobe planilha.</translation>
    </message>
    <message>
        <source>Enter the corrected values of each SKU, as the step Your SKUs shows them, then click **Save and send**.</source>
        <translation>Preencha os valores corrigidos de cada SKU, como a etapa Seus SKUs mostra, e clique em **Salvar e enviar**.</translation>
    </message>
    <message>
        <source>What to reprocess</source>
        <translation>O que reprocessar</translation>
    </message>
    <message>
        <source>What to send again</source>
        <translation>O que enviar de novo</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more category(ies), in the list to copy</source>
        <translation>
            <numerusform>e mais %Ln categoria, na lista para copiar</numerusform>
            <numerusform>e mais %Ln categorias, na lista para copiar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more SKU(s) use what you corrected and are still held up by something else: fix that first.</source>
        <translation>
            <numerusform>Mais %Ln SKU usa o que você corrigiu e continua parado por outro motivo: corrija isso primeiro.</numerusform>
            <numerusform>Mais %Ln SKUs usam o que você corrigiu e continuam parados por outro motivo: corrija isso primeiro.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln SKU ID(s)</source>
        <translation>
            <numerusform>Copiar %Ln ID de SKU</numerusform>
            <numerusform>Copiar %Ln IDs de SKU</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar a lista</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) use what you corrected and can go through now:</source>
        <translation>
            <numerusform>%Ln SKU usa o que você corrigiu e já pode passar:</numerusform>
            <numerusform>%Ln SKUs usam o que você corrigiu e já podem passar:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) use what you corrected, and something else still holds them up: fix that first.</source>
        <translation>
            <numerusform>%Ln SKU usa o que você corrigiu, mas outro motivo ainda o mantém parado: corrija isso primeiro.</numerusform>
            <numerusform>%Ln SKUs usam o que você corrigiu, mas outro motivo ainda os mantém parados: corrija isso primeiro.</numerusform>
        </translation>
    </message>
    <message>
        <source>None of the SKUs in your export uses what you corrected.</source>
        <translation>Nenhum SKU da sua exportação usa o que você corrigiu.</translation>
    </message>
    <message>
        <source>Your changes concern every category of the sheet: all SKUs that go to Amazon. With VTEX’s export of products and SKUs, Listo says which ones.</source>
        <translation>Suas alterações afetam todas as categorias da planilha: todos os SKUs que vão para a Amazon. Com a exportação de produtos e SKUs da VTEX, o Listo diz quais.</translation>
    </message>
    <message>
        <source>All SKUs of these categories. With VTEX’s export of products and SKUs, Listo says which ones.</source>
        <translation>Todos os SKUs destas categorias. Com a exportação de produtos e SKUs da VTEX, o Listo diz quais.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) changed</source>
        <translation>
            <numerusform>%Ln linha alterada</numerusform>
            <numerusform>%Ln linhas alteradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKUs</numerusform>
        </translation>
    </message>
    <message>
        <source>(no category)</source>
        <translation>(sem categoria)</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>Check my spreadsheet for “{name}”</source>
        <translation>Procurar “{name}” na minha planilha</translation>
    </message>
    <message>
        <source>Check my spreadsheet for this</source>
        <translation>Verificar isto na minha planilha</translation>
    </message>
    <message>
        <source>Check my settings for this</source>
        <translation>Verificar isto nas minhas configurações</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiada</translation>
    </message>
    <message>
        <source>Copy the answer</source>
        <translation>Copiar a resposta</translation>
    </message>
    <message>
        <source>Why it happens</source>
        <translation>Por que acontece</translation>
    </message>
    <message>
        <source>Judging by the words, this is probably it:</source>
        <translation>Pelas palavras usadas, provavelmente é isto:</translation>
    </message>
    <message>
        <source>How to fix it</source>
        <translation>Como resolver</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Bom saber</translation>
    </message>
    <message>
        <source>Read more</source>
        <translation>Leia mais</translation>
    </message>
    <message>
        <source>Similar errors</source>
        <translation>Erros parecidos</translation>
    </message>
    <message>
        <source>Known from: {source}</source>
        <translation>Fonte: {source}</translation>
    </message>
    <message>
        <source>Find “{name}” in my sheet</source>
        <translation>Procurar “{name}” na minha planilha</translation>
    </message>
    <message>
        <source>Find it in my sheet</source>
        <translation>Procurar isto na minha planilha</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Resposta</translation>
    </message>
</context>
<context>
    <name>Application</name>
    <message>
        <source>Your stored work was written by a newer Listo and is left as it is. Install the newest version; what you do in this one is gone when you close it.</source>
        <translation>Seu trabalho foi guardado por uma versão mais nova do Listo e fica como está. Instale a versão mais recente; o que você fizer nesta se perde quando você a fechar.</translation>
    </message>
    <message>
        <source>Listo cannot write to its data folder, which is full, read-only or in use by another program. What you do now is gone when you close Listo: save your copies.</source>
        <translation>O Listo não consegue salvar na sua pasta de dados, que está cheia, é somente leitura ou está em uso por outro programa. O que você fizer agora se perde quando você fechar o Listo: salve suas cópias.</translation>
    </message>
    <message>
        <source>Your stored work was damaged. It was put aside as “{file}”, and Listo begins anew.</source>
        <translation>Seu trabalho guardado estava danificado. Ele foi posto de lado como “{file}”, e o Listo começa do zero.</translation>
    </message>
    <message>
        <source>Your stored work was damaged. Bring back the copy of {day}?</source>
        <translation>Seu trabalho guardado estava danificado. Recuperar a cópia de {day}?</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Recuperar</translation>
    </message>
    <message>
        <source>Your work is back as it was that day.</source>
        <translation>Seu trabalho está de volta, como estava naquele dia.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Fechar esta mensagem</translation>
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
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Verificando…</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Salvando…</translation>
    </message>
    <message>
        <source>Another window of Listo still has this work. Waiting until it is closed…</source>
        <translation>Outra janela do Listo ainda está com este trabalho. Aguardando que ela se feche…</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Um momento…</translation>
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
        <translation>Como dizem as exportações</translation>
    </message>
    <message>
        <source>VTEX’s global categories</source>
        <translation>Categorias globais da VTEX</translation>
    </message>
    <message>
        <source>Your store’s categories</source>
        <translation>Categorias da sua loja</translation>
    </message>
    <message>
        <source>What does CategoryID hold?</source>
        <translation>O que a coluna CategoryID traz?</translation>
    </message>
    <message>
        <source>Your exports do not tell: no SKU that is sent has one of these categories.</source>
        <translation>Suas exportações não dizem: nenhum SKU enviado tem uma destas categorias.</translation>
    </message>
    <message>
        <source>SKUs whose global category alone is in the sheet: {by_global}; whose store category alone is: {by_store}; with both: {by_either}.</source>
        <translation>SKUs só com a categoria global na planilha: {by_global}; só com a categoria da loja: {by_store}; com as duas: {by_either}.</translation>
    </message>
</context>
<context>
    <name>CellEditor</name>
    <message>
        <source>New text for {column}</source>
        <translation>Novo texto para {column}</translation>
    </message>
    <message>
        <source>Accepted values (Down)</source>
        <translation>Valores aceitos (seta para baixo)</translation>
    </message>
</context>
<context>
    <name>ChangesDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vazio)</translation>
    </message>
</context>
<context>
    <name>ChangesModel</name>
    <message>
        <source>(empty)</source>
        <translation>(vazia)</translation>
    </message>
    <message>
        <source>Row deleted</source>
        <translation>Linha excluída</translation>
    </message>
    <message>
        <source>Row added</source>
        <translation>Linha acrescentada</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>In your file</source>
        <translation>No seu arquivo</translation>
    </message>
    <message>
        <source>In the copy</source>
        <translation>Na cópia</translation>
    </message>
</context>
<context>
    <name>ChangesSection</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln alteração</numerusform>
            <numerusform>%Ln alterações</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as it is</source>
        <translation>
            <numerusform>%Ln ignorado</numerusform>
            <numerusform>%Ln ignorados</numerusform>
        </translation>
    </message>
    <message>
        <source>Left as they are</source>
        <translation>Ignorados</translation>
    </message>
    <message>
        <source>Your changes</source>
        <translation>Suas alterações</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Alterações</translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), each with a way back.</source>
        <translation>
            <numerusform>%Ln alteração, que pode ser desfeita.</numerusform>
            <numerusform>%Ln alterações; cada uma pode ser desfeita separadamente.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is changed yet. What you change under Problems is listed here.</source>
        <translation>Nada foi alterado ainda. O que você alterar em Problemas aparece aqui.</translation>
    </message>
    <message>
        <source>These are not counted anywhere else. You can put each one back on the list.</source>
        <translation>Estes não entram em nenhuma outra contagem. Você pode devolver cada um à lista.</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>Uncheck all</source>
        <translation>Desmarcar tudo</translation>
    </message>
</context>
<context>
    <name>ColumnFilterCard</name>
    <message>
        <source>(empty)</source>
        <translation>(vazia)</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more: type a part of one</source>
        <translation>
            <numerusform>e mais %Ln: digite uma parte</numerusform>
            <numerusform>e mais %Ln: digite uma parte</numerusform>
        </translation>
    </message>
    <message>
        <source>A to Z</source>
        <translation>A a Z</translation>
    </message>
    <message>
        <source>Sort by this column, from small to large</source>
        <translation>Classificar por esta coluna, do menor para o maior</translation>
    </message>
    <message>
        <source>Z to A</source>
        <translation>Z a A</translation>
    </message>
    <message>
        <source>Sort by this column, from large to small</source>
        <translation>Classificar por esta coluna, do maior para o menor</translation>
    </message>
    <message>
        <source>Holds…</source>
        <translation>Contém…</translation>
    </message>
    <message>
        <source>Only rows in which {column} holds</source>
        <translation>Só as linhas em que {column} contém</translation>
    </message>
    <message>
        <source>Only rows in which {column} says</source>
        <translation>Só as linhas em que {column} diz</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Todos</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Clear this filter</source>
        <translation>Limpar este filtro</translation>
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
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>(not in the sheet)</source>
        <translation>(não está na planilha)</translation>
    </message>
    <message>
        <source>Please check that this is right.</source>
        <translation>Confira se está certo.</translation>
    </message>
    <message>
        <source>Without {columns}, some checks cannot run.</source>
        <translation>Sem {columns}, algumas verificações não podem ser feitas.</translation>
    </message>
    <message>
        <source>One column of the sheet is chosen twice.</source>
        <translation>Uma coluna da planilha foi escolhida duas vezes.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Escolha pelo menos uma coluna.</translation>
    </message>
    <message>
        <source>The file has several sheets that could be it.</source>
        <translation>O arquivo tem várias abas que poderiam ser a planilha.</translation>
    </message>
    <message>
        <source>Not all seven columns were found.</source>
        <translation>Nem todas as sete colunas foram encontradas.</translation>
    </message>
    <message>
        <source>Some columns were recognized by what is in them.</source>
        <translation>Algumas colunas foram reconhecidas pelo conteúdo.</translation>
    </message>
    <message>
        <source>Some columns appear twice.</source>
        <translation>Algumas colunas aparecem duas vezes.</translation>
    </message>
    <message>
        <source>Sheet and columns</source>
        <translation>Aba e colunas</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Aba</translation>
    </message>
    <message>
        <source>Header in row</source>
        <translation>Cabeçalho na linha</translation>
    </message>
    <message>
        <source>As Listo sees it</source>
        <translation>Como o Listo entende</translation>
    </message>
    <message>
        <source>Go back to what Listo recognized</source>
        <translation>Voltar ao que o Listo reconheceu</translation>
    </message>
    <message>
        <source>Continue with this</source>
        <translation>Continuar com isto</translation>
    </message>
    <message>
        <source>Nothing to decide here. If Listo got something wrong, change it.</source>
        <translation>Não há nada para decidir aqui. Se o Listo errou em algo, mude.</translation>
    </message>
    <message>
        <source>{doubts} Please check that this is right.</source>
        <translation>{doubts} Confira se está certo.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compared with “{name}”</source>
        <translation>Em comparação com “{name}”</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln acrescentada</numerusform>
            <numerusform>%Ln acrescentadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln retirada</numerusform>
            <numerusform>%Ln retiradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with another AmazonValue</source>
        <translation>
            <numerusform>%Ln com outro AmazonValue</numerusform>
            <numerusform>%Ln com outro AmazonValue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in spelling alone</source>
        <translation>
            <numerusform>%Ln só na grafia</numerusform>
            <numerusform>%Ln só na grafia</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only moved</source>
        <translation>
            <numerusform>%Ln só mudou de lugar</numerusform>
            <numerusform>%Ln só mudaram de lugar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) change state</source>
        <translation>
            <numerusform>%Ln SKU muda de estado</numerusform>
            <numerusform>%Ln SKUs mudam de estado</numerusform>
        </translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
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
        <translation>Agora</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e mais %Ln</numerusform>
            <numerusform>e mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopySection</name>
    <message>
        <source>corrected</source>
        <translation>corrigida</translation>
    </message>
    <message>
        <source>Save the corrected copy</source>
        <translation>Salvar a cópia corrigida</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Planilha</translation>
    </message>
    <message>
        <source>Replace it with the corrected copy?</source>
        <translation>Substituir pela cópia corrigida?</translation>
    </message>
    <message>
        <source>The corrected copy</source>
        <translation>A cópia corrigida</translation>
    </message>
    <message>
        <source>Save the copy again…</source>
        <translation>Salvar a cópia de novo…</translation>
    </message>
    <message>
        <source>Save the copy…</source>
        <translation>Salvar a cópia…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Salvo em {path}</translation>
    </message>
    <message>
        <source>Saved as {path}, but without your latest changes</source>
        <translation>Salva em {path}, mas sem as suas últimas alterações</translation>
    </message>
    <message numerus="yes">
        <source>%Ln part(s) of your file were damaged already, and are damaged in the copy too: {names}. Everything else was tested and is sound.</source>
        <translation>
            <numerusform>%Ln parte do seu arquivo já estava danificada e continua assim na cópia: {names}. Todo o resto foi testado e está em ordem.</numerusform>
            <numerusform>%Ln partes do seu arquivo já estavam danificadas e continuam assim na cópia: {names}. Todo o resto foi testado e está em ordem.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With it, %Ln SKU(s) are still held up.</source>
        <translation>
            <numerusform>Com esta cópia, %Ln SKU continua parado.</numerusform>
            <numerusform>Com esta cópia, %Ln SKUs continuam parados.</numerusform>
        </translation>
    </message>
    <message>
        <source>There is nothing to save yet: you have not changed anything.</source>
        <translation>Ainda não há o que salvar: você não alterou nada.</translation>
    </message>
    <message>
        <source>Your file “{name}” stays as it is. In the copy:</source>
        <translation>O seu arquivo “{name}” continua como está. Na cópia:</translation>
    </message>
</context>
<context>
    <name>CopySummary</name>
    <message>
        <source>Everything else is the same as in your file.</source>
        <translation>Todo o resto fica igual ao seu arquivo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) changed</source>
        <translation>
            <numerusform>%Ln célula alterada</numerusform>
            <numerusform>%Ln células alteradas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added below the last one</source>
        <translation>
            <numerusform>%Ln linha acrescentada depois da última</numerusform>
            <numerusform>%Ln linhas acrescentadas depois da última</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted</source>
        <translation>
            <numerusform>%Ln linha excluída</numerusform>
            <numerusform>%Ln linhas excluídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted; the rows below move up</source>
        <translation>
            <numerusform>%Ln linha excluída; as linhas abaixo sobem</numerusform>
            <numerusform>%Ln linhas excluídas; as linhas abaixo sobem</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted row(s) stay as empty rows: if the rows below moved up, this would no longer fit in your file: {things}. Open the copy in Excel and delete the empty rows there before you upload it.</source>
        <translation>
            <numerusform>%Ln linha excluída fica na cópia como linha vazia: se as linhas abaixo subissem, isto deixaria de funcionar no seu arquivo: {things}. Abra a cópia no Excel e exclua a linha vazia antes de subir o arquivo.</numerusform>
            <numerusform>%Ln linhas excluídas ficam na cópia como linhas vazias: se as linhas abaixo subissem, isto deixaria de funcionar no seu arquivo: {things}. Abra a cópia no Excel e exclua as linhas vazias antes de subir o arquivo.</numerusform>
        </translation>
    </message>
    <message>
        <source>formulas</source>
        <translation>fórmulas</translation>
    </message>
    <message>
        <source>merged cells</source>
        <translation>células mescladas</translation>
    </message>
    <message>
        <source>links</source>
        <translation>links</translation>
    </message>
    <message>
        <source>tables</source>
        <translation>tabelas</translation>
    </message>
    <message>
        <source>comments</source>
        <translation>comentários</translation>
    </message>
    <message>
        <source>pictures and shapes</source>
        <translation>imagens e formas</translation>
    </message>
    <message>
        <source>named cells</source>
        <translation>células com nome</translation>
    </message>
    <message>
        <source>charts</source>
        <translation>gráficos</translation>
    </message>
    <message>
        <source>pivot tables</source>
        <translation>tabelas dinâmicas</translation>
    </message>
    <message>
        <source>settings of the sheet</source>
        <translation>configurações da aba</translation>
    </message>
    <message>
        <source>The copy is a new Excel workbook (.xlsx), because Listo does not write {suffix} files. All sheets are in it with their texts, numbers and dates. Not in it: formatting, column widths, pictures, comments, macros, and formulas, which become the values that they show.</source>
        <translation>A cópia é um novo arquivo do Excel (.xlsx), porque o Listo não salva arquivos {suffix}. Ela traz todas as abas com textos, números e datas. Não traz formatação, largura das colunas, imagens, comentários nem macros, e as fórmulas viram os valores que mostram.</translation>
    </message>
</context>
<context>
    <name>CorrectionsCard</name>
    <message numerus="yes">
        <source>%Ln correction(s) are certain.</source>
        <translation>
            <numerusform>%Ln correção sem dúvida.</numerusform>
            <numerusform>%Ln correções sem dúvida.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are likely.</source>
        <translation>
            <numerusform>Mais %Ln provável.</numerusform>
            <numerusform>Mais %Ln prováveis.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) are likely.</source>
        <translation>
            <numerusform>%Ln correção provável.</numerusform>
            <numerusform>%Ln correções prováveis.</numerusform>
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
            <numerusform>Aplicar todas as %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Look at them first</source>
        <translation>Conferir antes</translation>
    </message>
    <message>
        <source>Clear the box (Space) of what is to stay as it is.</source>
        <translation>Desmarque (Espaço) o que deve ficar como está.</translation>
    </message>
    <message>
        <source>Corrections, now and then</source>
        <translation>Correções, antes e depois</translation>
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
        <translation>(vazia)</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Agora</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Depois</translation>
    </message>
</context>
<context>
    <name>CoverageLine</name>
    <message>
        <source>Change</source>
        <translation>Mudar</translation>
    </message>
    <message>
        <source>Change what “{name}” is for</source>
        <translation>Mudar para que serve “{name}”</translation>
    </message>
    <message>
        <source>For none of your categories: nothing is checked against this file.</source>
        <translation>Para nenhuma das suas categorias: nada é verificado com este arquivo.</translation>
    </message>
    <message numerus="yes">
        <source>For all of your %Ln categor(y/ies).</source>
        <translation>
            <numerusform>Para a sua categoria.</numerusform>
            <numerusform>Para todas as suas %Ln categorias.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For {categories} and %Ln more.</source>
        <translation>
            <numerusform>Para {categories} e mais %Ln.</numerusform>
            <numerusform>Para {categories} e mais %Ln.</numerusform>
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
        <translation>Procurar por número ou nome</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Nenhuma</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Desfazer a resposta</translation>
    </message>
    <message numerus="yes">
        <source>Which of your %Ln categor(y/ies) is it for?</source>
        <translation>
            <numerusform>Ele serve para a sua categoria?</numerusform>
            <numerusform>Para quais das suas %Ln categorias ele serve?</numerusform>
        </translation>
    </message>
    <message>
        <source>This file does not say what it is for.</source>
        <translation>Este arquivo não diz para que produtos serve.</translation>
    </message>
    <message numerus="yes">
        <source>This file is for {kinds} and %Ln more kind(s) of product.</source>
        <translation>
            <numerusform>Este arquivo é para {kinds} e mais %Ln tipo de produto.</numerusform>
            <numerusform>Este arquivo é para {kinds} e mais %Ln tipos de produto.</numerusform>
        </translation>
    </message>
    <message>
        <source>This file is for {kinds}.</source>
        <translation>Este arquivo é para {kinds}.</translation>
    </message>
    <message>
        <source>Only those are checked against it.</source>
        <translation>Só essas são verificadas com ele.</translation>
    </message>
    <message>
        <source>It is for {categories} in any case: the name says so.</source>
        <translation>Vale para {categories} de qualquer forma: o nome diz isso.</translation>
    </message>
    <message>
        <source>The likely ones are checked.</source>
        <translation>As prováveis já estão marcadas.</translation>
    </message>
    <message numerus="yes">
        <source>Use it for %Ln categor(y/ies)</source>
        <translation>
            <numerusform>Usar para %Ln categoria</numerusform>
            <numerusform>Usar para %Ln categorias</numerusform>
        </translation>
    </message>
    <message>
        <source>Use it for the checked ones</source>
        <translation>Usar para as marcadas</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Something went wrong in Listo. Your work is stored.</source>
        <translation>Algo deu errado no Listo. Seu trabalho está guardado.</translation>
    </message>
    <message>
        <source>You can continue. If it happens again, close Listo and open it again. The log is at {path}.</source>
        <translation>Você pode continuar. Se acontecer de novo, feche o Listo e abra-o de novo. O registro está em {path}.</translation>
    </message>
    <message>
        <source>Copy the details</source>
        <translation>Copiar os detalhes</translation>
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
        <translation>mês/dia/ano</translation>
    </message>
    <message>
        <source>day/month/year</source>
        <translation>dia/mês/ano</translation>
    </message>
    <message>
        <source>Choose the day (Down)</source>
        <translation>Escolher o dia (Abaixo)</translation>
    </message>
</context>
<context>
    <name>DecisionsDialog</name>
    <message>
        <source>Forget everything that was chosen, for all stores? Your files stay as they are.</source>
        <translation>Esquecer tudo o que foi escolhido, em todas as lojas? Seus arquivos ficam como estão.</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Esquecer tudo</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln choice(s) exported.</source>
        <translation>
            <numerusform>%Ln escolha exportada.</numerusform>
            <numerusform>%Ln escolhas exportadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Nothing in the file is new.</source>
        <translation>Não há nada de novo no arquivo.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new choice(s) imported.</source>
        <translation>
            <numerusform>%Ln escolha nova importada.</numerusform>
            <numerusform>%Ln escolhas novas importadas.</numerusform>
        </translation>
    </message>
    <message>
        <source>Use those of the file</source>
        <translation>Usar as do arquivo</translation>
    </message>
    <message>
        <source>“{value}”: you chose “{mine}”, the file says “{theirs}”</source>
        <translation>“{value}”: você escolheu “{mine}”, o arquivo diz “{theirs}”</translation>
    </message>
    <message numerus="yes">
        <source>The file says something else than you chose for %Ln text(s).</source>
        <translation>
            <numerusform>O arquivo diz outra coisa do que você escolheu para %Ln texto.</numerusform>
            <numerusform>O arquivo diz outra coisa do que você escolheu para %Ln textos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your choices are as they were.</source>
        <translation>Algo deu errado no Listo. Suas escolhas estão como estavam.</translation>
    </message>
    <message>
        <source>Remembered choices</source>
        <translation>Escolhas salvas</translation>
    </message>
    <message>
        <source>What you chose once is suggested first next time. It stays on this computer.</source>
        <translation>O que você escolheu uma vez é a primeira sugestão na próxima. Fica só neste computador.</translation>
    </message>
    <message>
        <source>This sheet is of the store</source>
        <translation>Esta planilha é da loja</translation>
    </message>
    <message>
        <source>any name</source>
        <translation>um nome qualquer</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Procurar</translation>
    </message>
    <message>
        <source>All stores</source>
        <translation>Todas as lojas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Onde</translation>
    </message>
    <message>
        <source>In VTEX</source>
        <translation>Na VTEX</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>Estava</translation>
    </message>
    <message>
        <source>You chose</source>
        <translation>Você escolheu</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>Nothing here yet. What you choose while fixing problems is remembered here.</source>
        <translation>Ainda não há nada aqui. O que você escolher ao corrigir problemas fica salvo aqui.</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Forget all…</source>
        <translation>Esquecer tudo…</translation>
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
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message>
        <source>Continue with the draft</source>
        <translation>Continuar o rascunho</translation>
    </message>
    <message>
        <source>No mapping yet? Draft one from these files.</source>
        <translation>Ainda sem mapeamento? Faça um rascunho com estes arquivos.</translation>
    </message>
    <message>
        <source>Draft the mapping</source>
        <translation>Rascunhar o mapeamento</translation>
    </message>
    <message numerus="yes">
        <source>Add the %Ln categor(y/ies) that has/have no rows</source>
        <translation>
            <numerusform>Acrescentar a categoria que não tem linhas</numerusform>
            <numerusform>Acrescentar as %Ln categorias que não têm linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) in use has/have no rows</source>
        <translation>
            <numerusform>%Ln categoria em uso não tem linhas</numerusform>
            <numerusform>%Ln categorias em uso não têm linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft is under way</source>
        <translation>Há um rascunho em andamento</translation>
    </message>
    <message>
        <source>Also needed: the Amazon file of these categories.</source>
        <translation>Ainda falta o arquivo da Amazon destas categorias.</translation>
    </message>
    <message>
        <source>Answer what is open, and look through what is likely.</source>
        <translation>Responda o que está em aberto e confira o que é provável.</translation>
    </message>
    <message>
        <source>Listo writes the rows from what you sell, and asks only what it cannot know.</source>
        <translation>O Listo escreve as linhas a partir do que você vende e só pergunta o que não pode saber.</translation>
    </message>
    <message>
        <source>Also needed: {files}.</source>
        <translation>Ainda falta: {files}.</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Where the draft goes</source>
        <translation>Onde salvar o rascunho</translation>
    </message>
    <message>
        <source>Spreadsheet</source>
        <translation>Planilha</translation>
    </message>
    <message>
        <source>mapping-draft</source>
        <translation>mapeamento-rascunho</translation>
    </message>
    <message>
        <source>Replace it with the draft?</source>
        <translation>Substituir pelo rascunho?</translation>
    </message>
    <message>
        <source>Draft of your mapping</source>
        <translation>Rascunho do mapeamento</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Take the last answer back (Ctrl+Z)</source>
        <translation>Desfazer a última resposta (Ctrl+Z)</translation>
    </message>
    <message>
        <source>Likely: look through these</source>
        <translation>Provável: confira estas</translation>
    </message>
    <message>
        <source>Add an Amazon file</source>
        <translation>Adicionar um arquivo da Amazon</translation>
    </message>
    <message>
        <source>Add the Amazon file of these categories, then draft again.</source>
        <translation>Adicione o arquivo da Amazon destas categorias e depois rascunhe de novo.</translation>
    </message>
    <message>
        <source>Every question is answered.</source>
        <translation>Todas as perguntas estão respondidas.</translation>
    </message>
    <message>
        <source>Next come the problems, then your SKUs. You can come back to this from Files.</source>
        <translation>Agora vêm os problemas e depois os seus SKUs. Você pode voltar aqui a partir de Arquivos.</translation>
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
        <translation>Ver o resultado</translation>
    </message>
    <message>
        <source>From what you sell and what Amazon takes.</source>
        <translation>A partir do que você vende e do que a Amazon aceita.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) left</source>
        <translation>
            <numerusform>falta %Ln pergunta</numerusform>
            <numerusform>faltam %Ln perguntas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likely</source>
        <translation>
            <numerusform>%Ln provável</numerusform>
            <numerusform>%Ln prováveis</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln em aberto</numerusform>
            <numerusform>%Ln em aberto</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before the draft: %Ln Amazon file(s) do(es) not say which categories it is for.</source>
        <translation>
            <numerusform>Antes do rascunho: %Ln arquivo da Amazon não diz para quais categorias serve.</numerusform>
            <numerusform>Antes do rascunho: %Ln arquivos da Amazon não dizem para quais categorias servem.</numerusform>
        </translation>
    </message>
    <message>
        <source>Create in VTEX: Amazon requires it, and no specification of yours holds it</source>
        <translation>Crie na VTEX: a Amazon exige, e nenhuma especificação sua contém</translation>
    </message>
    <message>
        <source>Specifications that are not sent</source>
        <translation>Especificações que não são enviadas</translation>
    </message>
    <message numerus="yes">
        <source>{attribute}: %Ln SKU(s)</source>
        <translation>
            <numerusform>{attribute}: %Ln SKU</numerusform>
            <numerusform>{attribute}: %Ln SKUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certain</source>
        <translation>
            <numerusform>%Ln certa</numerusform>
            <numerusform>%Ln certas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) has/have no Amazon file: nothing is drafted there</source>
        <translation>
            <numerusform>%Ln categoria não tem arquivo da Amazon: fica fora do rascunho</numerusform>
            <numerusform>%Ln categorias não têm arquivo da Amazon: ficam fora do rascunho</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Adicionar um arquivo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) has/have no global category: choose one in VTEX</source>
        <translation>
            <numerusform>%Ln SKU não tem categoria global: escolha uma na VTEX</numerusform>
            <numerusform>%Ln SKUs não têm categoria global: escolha uma na VTEX</numerusform>
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
            <numerusform>{name}: %Ln SKUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e mais %Ln</numerusform>
            <numerusform>e mais %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message>
        <source>Drop to open</source>
        <translation>Solte para abrir</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… e mais %Ln</numerusform>
            <numerusform>… e mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>import these settings</source>
        <translation>importar estas configurações</translation>
    </message>
    <message>
        <source>a folder without tables</source>
        <translation>pasta sem planilhas</translation>
    </message>
    <message>
        <source>looking at it…</source>
        <translation>vendo o que é…</translation>
    </message>
    <message>
        <source>cannot be used</source>
        <translation>não pode ser usado</translation>
    </message>
    <message>
        <source>a mapping sheet without rows</source>
        <translation>planilha de mapeamento sem linhas</translation>
    </message>
    <message>
        <source>compare your settings with it</source>
        <translation>comparar suas configurações com ele</translation>
    </message>
    <message>
        <source>check it</source>
        <translation>verificar</translation>
    </message>
    <message>
        <source>Amazon’s accepted values</source>
        <translation>valores aceitos pela Amazon</translation>
    </message>
    <message>
        <source>your products and SKUs in VTEX</source>
        <translation>seus produtos e SKUs na VTEX</translation>
    </message>
    <message>
        <source>your SKU specifications in VTEX</source>
        <translation>suas especificações de SKU na VTEX</translation>
    </message>
    <message>
        <source>your product specifications in VTEX</source>
        <translation>suas especificações de produto na VTEX</translation>
    </message>
    <message>
        <source>what your SKUs sell or have in stock: what holds up most comes first</source>
        <translation>o que seus SKUs vendem ou têm em estoque: o que mais para vendas vem primeiro</translation>
    </message>
    <message>
        <source>explain the errors in this Amazon report</source>
        <translation>explicar os erros deste relatório da Amazon</translation>
    </message>
    <message>
        <source>explain these error messages</source>
        <translation>explicar estas mensagens de erro</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>Drop more files here</source>
        <translation>Solte mais arquivos aqui</translation>
    </message>
    <message>
        <source>Drop your mapping sheet here</source>
        <translation>Solte aqui a sua planilha de mapeamento</translation>
    </message>
    <message>
        <source>In any order, several at once: Listo recognizes each one.</source>
        <translation>Em qualquer ordem, vários de uma vez: o Listo reconhece cada um.</translation>
    </message>
    <message>
        <source>The spreadsheet of categories and attributes that you upload to VTEX. Your file is not changed.</source>
        <translation>A planilha de categorias e atributos que você sobe para a VTEX. Seu arquivo não é alterado.</translation>
    </message>
    <message>
        <source>No mapping yet? Drop VTEX’s exports and an Amazon file: Listo drafts one.</source>
        <translation>Ainda sem mapeamento? Solte as exportações da VTEX e um arquivo da Amazon: o Listo faz um rascunho.</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Escolher arquivos…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Testar com o exemplo</translation>
    </message>
</context>
<context>
    <name>DroppedEditsDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s) left out</source>
        <translation>
            <numerusform>%Ln correção deixada de fora</numerusform>
            <numerusform>%Ln correções deixadas de fora</numerusform>
        </translation>
    </message>
    <message>
        <source>The new file has other texts in these cells, so your corrections were not applied to them.</source>
        <translation>O arquivo novo tem outros textos nestas células; por isso suas correções não foram aplicadas nelas.</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>Copiar a lista</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>It said</source>
        <translation>Dizia</translation>
    </message>
    <message>
        <source>You wanted</source>
        <translation>Você queria</translation>
    </message>
</context>
<context>
    <name>EanChoice</name>
    <message>
        <source>A missing EAN is no problem then. A wrong one still is.</source>
        <translation>Então um EAN que falta não é problema. Um EAN errado continua sendo.</translation>
    </message>
    <message>
        <source>Some of your SKUs have no EAN. With the exemption that is no problem.</source>
        <translation>Alguns dos seus SKUs não têm EAN. Com a isenção, isso não é problema.</translation>
    </message>
    <message>
        <source>No, EAN is required</source>
        <translation>Não, o EAN é exigido</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Não sei</translation>
    </message>
    <message>
        <source>Yes, I have it</source>
        <translation>Sim, tenho</translation>
    </message>
    <message>
        <source>Do you have Amazon’s GTIN exemption?</source>
        <translation>Você tem a isenção de GTIN da Amazon?</translation>
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
        <translation>Algo deu errado no Listo. Seu trabalho está guardado; abra-o de novo em Recentes.</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your work is safe; it is being opened again…</source>
        <translation>Algo deu errado no Listo. Seu trabalho está a salvo e está sendo reaberto…</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your work is back as it was.</source>
        <translation>Algo deu errado no Listo. Seu trabalho está de volta, como estava.</translation>
    </message>
</context>
<context>
    <name>FileCardView</name>
    <message numerus="yes">
        <source>Makes %Ln more check(s) possible</source>
        <translation>
            <numerusform>Permite mais %Ln verificação</numerusform>
            <numerusform>Permite mais %Ln verificações</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more check(s), once you say what it is for</source>
        <translation>
            <numerusform>Mais %Ln verificação, assim que você disser para que ele serve</numerusform>
            <numerusform>Mais %Ln verificações, assim que você disser para que ele serve</numerusform>
        </translation>
    </message>
    <message>
        <source>sheet “{name}”</source>
        <translation>aba “{name}”</translation>
    </message>
    <message>
        <source>from {date}</source>
        <translation>de {date}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensagem</numerusform>
            <numerusform>%Ln mensagens</numerusform>
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
        <translation>Não verificada: o Listo está com “{name}” e trabalha com uma planilha de mapeamento de cada vez.</translation>
    </message>
    <message>
        <source>There are no rows in it. Fill them in, save the file, and drop it here again.</source>
        <translation>Não há linhas nela. Preencha, salve o arquivo e solte-o aqui de novo.</translation>
    </message>
    <message>
        <source>This file is for another marketplace than {expected}. Its values may differ.</source>
        <translation>Este arquivo não é da {expected}, mas de outro marketplace. Os valores podem ser outros.</translation>
    </message>
    <message numerus="yes">
        <source>It is %Ln day(s) old, and Amazon changes its values. Download it again to be sure.</source>
        <translation>
            <numerusform>Tem %Ln dia, e a Amazon muda os valores. Baixe de novo para ter certeza.</numerusform>
            <numerusform>Tem %Ln dias, e a Amazon muda os valores. Baixe de novo para ter certeza.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) cannot run, because this export does not have: {columns}</source>
        <translation>
            <numerusform>%Ln verificação não pode ser feita, porque falta nesta exportação: {columns}</numerusform>
            <numerusform>%Ln verificações não podem ser feitas, porque falta nesta exportação: {columns}</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove “{name}”</source>
        <translation>Remover “{name}”</translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message>
        <source>Your file was changed by another program. Your corrections are kept here.</source>
        <translation>Seu arquivo foi alterado por outro programa. Suas correções estão guardadas aqui.</translation>
    </message>
    <message>
        <source>Use the new file</source>
        <translation>Usar o arquivo novo</translation>
    </message>
    <message>
        <source>Continue with mine</source>
        <translation>Continuar com o meu</translation>
    </message>
    <message numerus="yes">
        <source>What was stored of this work is damaged: the last %Ln change(s) cannot be read any more. All that came before is here.</source>
        <translation>
            <numerusform>O que estava guardado deste trabalho está danificado: a última alteração não pode mais ser lida. Tudo o que veio antes está aqui.</numerusform>
            <numerusform>O que estava guardado deste trabalho está danificado: as últimas %Ln alterações não podem mais ser lidas. Tudo o que veio antes está aqui.</numerusform>
        </translation>
    </message>
    <message>
        <source>The file has changed in the meantime. All your corrections still fit.</source>
        <translation>O arquivo mudou nesse meio-tempo. Todas as suas correções ainda servem.</translation>
    </message>
    <message>
        <source>The file has changed in the meantime: {fitting}, {lost}.</source>
        <translation>O arquivo mudou nesse meio-tempo: {fitting}, {lost}.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed cell(s) still fit</source>
        <translation>
            <numerusform>%Ln célula alterada ainda serve</numerusform>
            <numerusform>%Ln células alteradas ainda servem</numerusform>
        </translation>
    </message>
    <message>
        <source>Your file is no longer where it was. Your corrections are kept here.</source>
        <translation>Seu arquivo não está mais onde estava. Suas correções estão guardadas aqui.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) no longer fit and were left out</source>
        <translation>
            <numerusform>%Ln correção não serve mais e ficou de fora</numerusform>
            <numerusform>%Ln correções não servem mais e ficaram de fora</numerusform>
        </translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrar</translation>
    </message>
</context>
<context>
    <name>FileChips</name>
    <message>
        <source>Not used</source>
        <translation>Não usado</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more file(s)</source>
        <translation>
            <numerusform>Mais %Ln arquivo</numerusform>
            <numerusform>Mais %Ln arquivos</numerusform>
        </translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Seus arquivos</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Adicionar arquivos…</translation>
    </message>
    <message>
        <source>Add a sheet, a template or an export (Ctrl+O)</source>
        <translation>Adicionar uma planilha, um modelo ou uma exportação (Ctrl+O)</translation>
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
        <translation>Aberto em Verificar minha planilha: {path}</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Escolher…</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>nenhum ainda</translation>
    </message>
    <message>
        <source>Stop comparing with it</source>
        <translation>Não comparar mais com este arquivo</translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message>
        <source>Choose files</source>
        <translation>Escolher arquivos</translation>
    </message>
    <message>
        <source>Spreadsheets ({patterns})</source>
        <translation>Planilhas ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
    <message>
        <source>Compare with another version of the sheet…</source>
        <translation>Comparar com outra versão da planilha…</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Seus arquivos</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Verificar minha planilha</translation>
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
        <translation>Ver o resultado</translation>
    </message>
    <message>
        <source>Finds what keeps your products from reaching Amazon, and helps you fix it, step by step.</source>
        <translation>Encontra o que impede seus produtos de chegar à Amazon e ajuda você a corrigir, passo a passo.</translation>
    </message>
    <message>
        <source>The mapping sheet is still missing: drop it here too.</source>
        <translation>Ainda falta a planilha de mapeamento: solte-a aqui também.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) ran</source>
        <translation>
            <numerusform>%Ln verificação feita</numerusform>
            <numerusform>%Ln verificações feitas</numerusform>
        </translation>
    </message>
    <message>
        <source>What else you can add</source>
        <translation>O que mais você pode adicionar</translation>
    </message>
    <message>
        <source>Where to get the files</source>
        <translation>Onde obter os arquivos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more check(s)</source>
        <translation>
            <numerusform>mais %Ln verificação</numerusform>
            <numerusform>mais %Ln verificações</numerusform>
        </translation>
    </message>
    <message>
        <source>Your mapping sheet</source>
        <translation>Sua planilha de mapeamento</translation>
    </message>
    <message>
        <source>Amazon’s accepted values</source>
        <translation>Valores aceitos pela Amazon</translation>
    </message>
    <message>
        <source>Your products and SKUs</source>
        <translation>Seus produtos e SKUs</translation>
    </message>
    <message>
        <source>Your specifications</source>
        <translation>Suas especificações</translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>Replace in %Ln cell(s)</source>
        <translation>
            <numerusform>Substituir em %Ln célula</numerusform>
            <numerusform>Substituir em %Ln células</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message numerus="yes">
        <source>In %Ln cell(s)</source>
        <translation>
            <numerusform>Em %Ln célula</numerusform>
            <numerusform>Em %Ln células</numerusform>
        </translation>
    </message>
    <message>
        <source>In no cell</source>
        <translation>Em nenhuma célula</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Localizar</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Substituir por</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Todas as colunas</translation>
    </message>
    <message>
        <source>In which column</source>
        <translation>Em qual coluna</translation>
    </message>
    <message>
        <source>Whole cell</source>
        <translation>Célula inteira</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Diferenciar maiúsculas</translation>
    </message>
    <message>
        <source>Find next</source>
        <translation>Localizar o próximo</translation>
    </message>
    <message>
        <source>Enter: show the next place in the whole sheet</source>
        <translation>Enter: mostra o próximo lugar na planilha inteira</translation>
    </message>
    <message>
        <source>Close (Esc)</source>
        <translation>Fechar (Esc)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>What Listo does</source>
        <translation>O que o Listo faz</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recentes</translation>
    </message>
    <message>
        <source>Continue earlier work (Ctrl+R)</source>
        <translation>Continuar um trabalho anterior (Ctrl+R)</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>What can I do here? (F1; all actions: Ctrl+K)</source>
        <translation>O que posso fazer aqui? (F1; todas as ações: Ctrl+K)</translation>
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
        <translation>Ajuda</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Todas as teclas</translation>
    </message>
    <message>
        <source>Where to get the files</source>
        <translation>Onde obter os arquivos</translation>
    </message>
    <message>
        <source>About Listo</source>
        <translation>Sobre o Listo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Em toda parte</translation>
    </message>
    <message>
        <source>Your mapping sheet</source>
        <translation>Sua planilha de mapeamento</translation>
    </message>
    <message>
        <source>Amazon’s accepted values</source>
        <translation>Valores aceitos pela Amazon</translation>
    </message>
    <message>
        <source>Your products and SKUs</source>
        <translation>Seus produtos e SKUs</translation>
    </message>
    <message>
        <source>Your specifications</source>
        <translation>Suas especificações</translation>
    </message>
    <message>
        <source>The errors</source>
        <translation>Os erros</translation>
    </message>
    <message>
        <source>It works without a network and without an account.</source>
        <translation>Funciona sem rede e sem conta.</translation>
    </message>
    <message>
        <source>Your stored work</source>
        <translation>Seu trabalho guardado</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>O registro</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licenças</translation>
    </message>
    <message>
        <source>Listo has the MIT license. It brings along:</source>
        <translation>O Listo tem a licença MIT. Ele traz consigo:</translation>
    </message>
    <message>
        <source>Read the licenses</source>
        <translation>Ler as licenças</translation>
    </message>
    <message>
        <source>Copy these facts</source>
        <translation>Copiar estes dados</translation>
    </message>
</context>
<context>
    <name>HintLine</name>
    <message>
        <source>How it works</source>
        <translation>Como funciona</translation>
    </message>
    <message>
        <source>Got it</source>
        <translation>Entendi</translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message>
        <source>Undo</source>
        <translation>Desfazer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Refazer</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted</source>
        <translation>
            <numerusform>%Ln linha excluída</numerusform>
            <numerusform>%Ln linhas excluídas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added</source>
        <translation>
            <numerusform>%Ln linha acrescentada</numerusform>
            <numerusform>%Ln linhas acrescentadas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as it is</source>
        <translation>
            <numerusform>%Ln ignorado</numerusform>
            <numerusform>%Ln ignorados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put back on the list</source>
        <translation>
            <numerusform>%Ln devolvido à lista</numerusform>
            <numerusform>%Ln devolvidos à lista</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) to “{value}”</source>
        <translation>
            <numerusform>%Ln célula para “{value}”</numerusform>
            <numerusform>%Ln células para “{value}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) of {column}</source>
        <translation>
            <numerusform>%Ln célula de {column}</numerusform>
            <numerusform>%Ln células de {column}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation>
            <numerusform>%Ln célula</numerusform>
            <numerusform>%Ln células</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IgnoreDialog</name>
    <message numerus="yes">
        <source>Leave %Ln as it is</source>
        <translation>
            <numerusform>Ignorar %Ln por ora</numerusform>
            <numerusform>Ignorar %Ln por ora</numerusform>
        </translation>
    </message>
    <message>
        <source>It stays as it is and is counted separately. You can put it back under Send to VTEX.</source>
        <translation>É ignorado por ora e contado à parte. Você pode devolvê-lo à lista em Enviar à VTEX.</translation>
    </message>
    <message>
        <source>Why (optional)</source>
        <translation>Motivo (opcional)</translation>
    </message>
    <message>
        <source>For example: we no longer sell this category</source>
        <translation>Por exemplo: não vendemos mais esta categoria</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of this kind</source>
        <translation>
            <numerusform>%Ln deste tipo</numerusform>
            <numerusform>Todos os %Ln deste tipo</numerusform>
        </translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>Ignorar por ora</translation>
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
        <translation>Devolver à lista</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Coluna</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>O que está errado</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por quê</translation>
    </message>
</context>
<context>
    <name>IssueSection</name>
    <message>
        <source>Done: {title}</source>
        <translation>Feito: {title}</translation>
    </message>
    <message numerus="yes">
        <source>Use all %Ln suggestion(s)</source>
        <translation>
            <numerusform>Usar a sugestão</numerusform>
            <numerusform>Usar todas as %Ln sugestões</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Excluir %Ln linha</numerusform>
            <numerusform>Excluir as %Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %Ln row(s)…</source>
        <translation>
            <numerusform>Acrescentar %Ln linha…</numerusform>
            <numerusform>Acrescentar as %Ln linhas…</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the missing rows…</source>
        <translation>Acrescentar as linhas que faltam…</translation>
    </message>
    <message numerus="yes">
        <source>Draft the rows of the %Ln categor(y/ies)</source>
        <translation>
            <numerusform>Rascunhar as linhas da categoria</numerusform>
            <numerusform>Rascunhar as linhas das %Ln categorias</numerusform>
        </translation>
    </message>
    <message>
        <source>Add an Amazon file</source>
        <translation>Adicionar um arquivo da Amazon</translation>
    </message>
    <message>
        <source>Show fewer rows</source>
        <translation>Mostrar menos linhas</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln row(s)</source>
        <translation>
            <numerusform>Mostrar %Ln linha</numerusform>
            <numerusform>Mostrar todas as %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Only what matters</source>
        <translation>Só o que importa</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>Todas as colunas</translation>
    </message>
</context>
<context>
    <name>IssueTypeEnding</name>
    <message>
        <source>Add what is missing…</source>
        <translation>Adicionar o que falta…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) not checked for attributes and values: no Amazon file</source>
        <translation>
            <numerusform>%Ln categoria sem verificação de atributos e valores: falta o arquivo da Amazon</numerusform>
            <numerusform>%Ln categorias sem verificação de atributos e valores: falta o arquivo da Amazon</numerusform>
        </translation>
    </message>
    <message>
        <source>Every check had what it needed.</source>
        <translation>Não faltou nada a nenhuma verificação.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) did not run because a file, a column or a choice is missing</source>
        <translation>
            <numerusform>%Ln verificação não foi feita porque falta um arquivo, uma coluna ou uma escolha</numerusform>
            <numerusform>%Ln verificações não foram feitas porque falta um arquivo, uma coluna ou uma escolha</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No problem found by the %Ln check(s) that ran</source>
        <translation>
            <numerusform>Nenhum problema na %Ln verificação feita</numerusform>
            <numerusform>Nenhum problema nas %Ln verificações feitas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln change(s)</source>
        <translation>
            <numerusform>Revisar %Ln alteração</numerusform>
            <numerusform>Revisar %Ln alterações</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueTypeHeading</name>
    <message>
        <source>VTEX would answer: “{message}”</source>
        <translation>A VTEX responderia: “{message}”</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Por quê?</translation>
    </message>
    <message>
        <source>About this error</source>
        <translation>Sobre este erro</translation>
    </message>
    <message>
        <source>Show the rows</source>
        <translation>Mostrar as linhas</translation>
    </message>
    <message>
        <source>Fold it up</source>
        <translation>Recolher</translation>
    </message>
</context>
<context>
    <name>IssueTypesModel</name>
    <message>
        <source>Done: {title}</source>
        <translation>Concluído: {title}</translation>
    </message>
    <message numerus="yes">
        <source>+%Ln SKU(s)</source>
        <translation>
            <numerusform>+%Ln SKU</numerusform>
            <numerusform>+%Ln SKUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s), with other kinds</source>
        <translation>
            <numerusform>%Ln SKU, com outros tipos</numerusform>
            <numerusform>%Ln SKUs, com outros tipos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds up %Ln SKU(s).</source>
        <translation>
            <numerusform>Deixa %Ln SKU parado.</numerusform>
            <numerusform>Deixa %Ln SKUs parados.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing else holds up %Ln of them, as far as is known now.</source>
        <translation>
            <numerusform>%Ln deles só por isso, pelo que se sabe agora.</numerusform>
            <numerusform>%Ln deles só por isso, pelo que se sabe agora.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fixed in the best order, it and those before it free %Ln SKU(s).</source>
        <translation>
            <numerusform>Na melhor ordem de correção, este e os anteriores liberam %Ln SKU.</numerusform>
            <numerusform>Na melhor ordem de correção, este e os anteriores liberam %Ln SKUs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Down</source>
        <translation>Abaixo</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Esquerda</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Direita</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espaço</translation>
    </message>
</context>
<context>
    <name>KitsChoice</name>
    <message>
        <source>Kits are checked as any other SKU.</source>
        <translation>Os kits são verificados como qualquer outro SKU.</translation>
    </message>
    <message>
        <source>Your kits are listed, since they will not reach Amazon.</source>
        <translation>Seus kits são listados, pois não chegarão à Amazon.</translation>
    </message>
    <message>
        <source>Your export has kits. The settings of the integration say whether they are sent.</source>
        <translation>Sua exportação tem kits. A configuração da integração diz se são enviados.</translation>
    </message>
    <message>
        <source>They are sent</source>
        <translation>São enviados</translation>
    </message>
    <message>
        <source>They are not sent</source>
        <translation>Não são enviados</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Não sei</translation>
    </message>
    <message>
        <source>Are your kits sent to Amazon?</source>
        <translation>Seus kits são enviados à Amazon?</translation>
    </message>
</context>
<context>
    <name>LookList</name>
    <message numerus="yes">
        <source>likely · %Ln row(s)</source>
        <translation>
            <numerusform>provável · %Ln linha</numerusform>
            <numerusform>provável · %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Looked through</source>
        <translation>Conferido</translation>
    </message>
    <message>
        <source>All right</source>
        <translation>Está certo</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Mudar</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e mais %Ln</numerusform>
            <numerusform>e mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Another attribute…</source>
        <translation>Outro atributo…</translation>
    </message>
</context>
<context>
    <name>LookupTab</name>
    <message>
        <source>Reading…</source>
        <translation>Lendo…</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>Listo does not know this message. Try other words, or browse the errors below.</source>
        <translation>O Listo não conhece esta mensagem. Tente outras palavras ou veja os erros abaixo.</translation>
    </message>
    <message>
        <source>These match; the first is the most likely.</source>
        <translation>Estes correspondem; o primeiro é o mais provável.</translation>
    </message>
    <message>
        <source>If one says the same, choose it. Or try other words from the message.</source>
        <translation>Se um deles disser o mesmo, abra-o. Ou tente outras palavras da mensagem.</translation>
    </message>
    <message>
        <source>Listo does not know this message. These are the closest, but may be something else:</source>
        <translation>O Listo não conhece esta mensagem. Estes são os mais parecidos, mas podem ser outra coisa:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensagem</numerusform>
            <numerusform>%Ln mensagens</numerusform>
        </translation>
    </message>
    <message>
        <source>If it says the same, choose it. Or try other words from the message.</source>
        <translation>Se ele disser o mesmo, abra-o. Ou tente outras palavras da mensagem.</translation>
    </message>
    <message>
        <source>Listo does not know this message. This is the closest, but may be something else:</source>
        <translation>O Listo não conhece esta mensagem. Este é o mais parecido, mas pode ser outra coisa:</translation>
    </message>
    <message numerus="yes">
        <source>%Ln different error(s)</source>
        <translation>
            <numerusform>%Ln erro</numerusform>
            <numerusform>%Ln erros diferentes</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no error message in it.</source>
        <translation>Não há nenhuma mensagem de erro aí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln erro</numerusform>
            <numerusform>%Ln erros</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose an error to see what it means and what to do.</source>
        <translation>Escolha um erro para ver o que significa e o que fazer.</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Your work is stored.</source>
        <translation>Algo deu errado no Listo. Seu trabalho está guardado.</translation>
    </message>
    <message>
        <source>Open a list of error messages</source>
        <translation>Abrir uma lista de mensagens de erro</translation>
    </message>
    <message>
        <source>Understand an error</source>
        <translation>Entender um erro</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Your work was opened again.</source>
        <translation>Seu trabalho foi aberto de novo.</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>Abrir arquivos</translation>
    </message>
</context>
<context>
    <name>MessageInput</name>
    <message>
        <source>Paste the message, or type a few words or an error number</source>
        <translation>Cole a mensagem ou digite algumas palavras ou um número de erro</translation>
    </message>
    <message>
        <source>Error message</source>
        <translation>Mensagem de erro</translation>
    </message>
</context>
<context>
    <name>MissingRowsCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>All: {rows}</source>
        <translation>Todas: {rows}</translation>
    </message>
    <message>
        <source>Only this problem: {rows}</source>
        <translation>Só este problema: {rows}</translation>
    </message>
    <message>
        <source>Category {category}: {rows}</source>
        <translation>Categoria {category}: {rows}</translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln row(s)</source>
        <translation>
            <numerusform>Acrescentar %Ln linha</numerusform>
            <numerusform>Acrescentar %Ln linhas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) still lack(s) something: fill it in here, or later.</source>
        <translation>
            <numerusform>Ainda falta algo em %Ln linha: preencha aqui ou depois.</numerusform>
            <numerusform>Ainda falta algo em %Ln linhas: preencha aqui ou depois.</numerusform>
        </translation>
    </message>
    <message>
        <source>What is marked is a proposal: change it where it is not right.</source>
        <translation>O que está marcado é uma proposta: mude onde não estiver certo.</translation>
    </message>
    <message>
        <source>Rows to add, with what is known of them</source>
        <translation>Linhas a acrescentar, com o que se sabe delas</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Quais linhas</translation>
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
        <translation>preencher</translation>
    </message>
</context>
<context>
    <name>MissingRowsModel</name>
    <message>
        <source>Add this row</source>
        <translation>Acrescentar esta linha</translation>
    </message>
    <message>
        <source>{column}: to be filled in</source>
        <translation>{column}: a preencher</translation>
    </message>
</context>
<context>
    <name>NamesBar</name>
    <message numerus="yes">
        <source>%Ln different name(s) in these messages:</source>
        <translation>
            <numerusform>%Ln nome diferente nestas mensagens:</numerusform>
            <numerusform>%Ln nomes diferentes nestas mensagens:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>mais %Ln…</numerusform>
            <numerusform>mais %Ln…</numerusform>
        </translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sem nome</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensagem</numerusform>
            <numerusform>%Ln mensagens</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesEditor</name>
    <message>
        <source>another, if there are several</source>
        <translation>outro nome, se houver vários</translation>
    </message>
</context>
<context>
    <name>NoticeLine</name>
    <message>
        <source>Close this message</source>
        <translation>Fechar esta mensagem</translation>
    </message>
</context>
<context>
    <name>OwnRows</name>
    <message>
        <source>In your sheet</source>
        <translation>Na sua planilha</translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln row(s)</source>
        <translation>
            <numerusform>Mostrar a linha</numerusform>
            <numerusform>Mostrar todas as %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Add the file…</source>
        <translation>Adicionar o arquivo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) say(s) “{name}”.</source>
        <translation>
            <numerusform>Uma linha diz “{name}”.</numerusform>
            <numerusform>%Ln linhas dizem “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can cause this error.</source>
        <translation>
            <numerusform>Uma linha pode causar este erro.</numerusform>
            <numerusform>%Ln linhas podem causar este erro.</numerusform>
        </translation>
    </message>
    <message>
        <source>No row says “{name}”.</source>
        <translation>Nenhuma linha diz “{name}”.</translation>
    </message>
    <message>
        <source>Nothing that was checked causes this error.</source>
        <translation>Nada do que foi verificado causa este erro.</translation>
    </message>
    <message>
        <source>That is only where the name is. To tell whether it is wrong there, Listo needs {files}.</source>
        <translation>É só onde o nome está. Para dizer se ali há um erro, o Listo precisa de: {files}.</translation>
    </message>
    <message>
        <source>Not everything could be checked without {files}.</source>
        <translation>Nem tudo pôde ser verificado sem {files}.</translation>
    </message>
    <message>
        <source>A check finds something wrong there.</source>
        <translation>Uma verificação encontra um erro nela.</translation>
    </message>
    <message numerus="yes">
        <source>A check finds something wrong in %Ln of them.</source>
        <translation>
            <numerusform>Uma verificação encontra um erro em uma delas.</numerusform>
            <numerusform>Uma verificação encontra um erro em %Ln delas.</numerusform>
        </translation>
    </message>
    <message>
        <source>The checks for this error find nothing wrong there.</source>
        <translation>As verificações deste erro não encontram nada de errado ali.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
</context>
<context>
    <name>OwnSheetBar</name>
    <message>
        <source>Not explained by your files</source>
        <translation>Sem explicação nos seus arquivos</translation>
    </message>
    <message>
        <source>Explained, and still to fix</source>
        <translation>Explicadas, e ainda por corrigir</translation>
    </message>
    <message>
        <source>Show SKU {sku}</source>
        <translation>Mostrar o SKU {sku}</translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln not explained</source>
        <translation>
            <numerusform>Mostrar a que não tem explicação</numerusform>
            <numerusform>Mostrar as %Ln sem explicação</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln still to fix</source>
        <translation>
            <numerusform>Mostrar a que falta corrigir</numerusform>
            <numerusform>Mostrar as %Ln que faltam corrigir</numerusform>
        </translation>
    </message>
    <message>
        <source>In your open files, SKU {sku}: {state}.</source>
        <translation>Nos seus arquivos abertos, SKU {sku}: {state}.</translation>
    </message>
    <message>
        <source>Your files explain {explained} of {total} messages.</source>
        <translation>Seus arquivos explicam {explained} de {total} mensagens.</translation>
    </message>
    <message numerus="yes">
        <source>They do not explain %Ln.</source>
        <translation>
            <numerusform>Não explicam %Ln.</numerusform>
            <numerusform>Não explicam %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them you have fixed already.</source>
        <translation>
            <numerusform>%Ln delas você já corrigiu.</numerusform>
            <numerusform>%Ln delas você já corrigiu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name no SKU of your export.</source>
        <translation>
            <numerusform>%Ln não cita nenhum SKU da sua exportação.</numerusform>
            <numerusform>%Ln não citam nenhum SKU da sua exportação.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>The first rows of the sheet</source>
        <translation>As primeiras linhas da planilha</translation>
    </message>
</context>
<context>
    <name>ProblemActionBar</name>
    <message>
        <source>Next decision ({key})</source>
        <translation>Próxima decisão ({key})</translation>
    </message>
    <message>
        <source>Shows what is to be decided next, with its suggestion</source>
        <translation>Mostra o que decidir em seguida, com a sugestão</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Ignorar por ora…</translation>
    </message>
    <message>
        <source>Set it aside, with a reason if you like (Ctrl+L)</source>
        <translation>Ignorar por ora, com um motivo se quiser (Ctrl+L)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Edit the cell by hand (F2)</source>
        <translation>Editar a célula manualmente (F2)</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Excluir %Ln linha</numerusform>
            <numerusform>Excluir %Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete what is selected (Ctrl+-)</source>
        <translation>Excluir o que está selecionado (Ctrl+-)</translation>
    </message>
    <message numerus="yes">
        <source>Use for the %Ln selected</source>
        <translation>
            <numerusform>Usar na %Ln selecionada</numerusform>
            <numerusform>Usar nas %Ln selecionadas</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter: each gets its suggestion</source>
        <translation>Enter: cada uma recebe sua sugestão</translation>
    </message>
    <message>
        <source>Ctrl+Enter: all like it</source>
        <translation>Ctrl+Enter: todas as iguais</translation>
    </message>
    <message>
        <source>Add the row for “{name}”…</source>
        <translation>Acrescentar a linha de “{name}”…</translation>
    </message>
    <message>
        <source>Shows the row that is missing, with what is known of it</source>
        <translation>Mostra a linha que falta, com o que se sabe dela</translation>
    </message>
    <message>
        <source>“{new}” for every “{old}”</source>
        <translation>“{new}” em todos os “{old}”</translation>
    </message>
    <message>
        <source>“{new}” for all that are empty</source>
        <translation>“{new}” em todas as vazias</translation>
    </message>
</context>
<context>
    <name>ProblemsDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vazio)</translation>
    </message>
    <message>
        <source>choose from the list</source>
        <translation>escolha na lista</translation>
    </message>
    <message>
        <source>type the right text</source>
        <translation>digite o texto certo</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Keep this row</source>
        <translation>Manter esta linha</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Acrescentar…</translation>
    </message>
    <message>
        <source>Enter: this cell · Ctrl+Enter: all like it · Down: accepted values · Esc: cancel</source>
        <translation>Enter: esta célula · Ctrl+Enter: todas iguais · Seta para baixo: valores aceitos · Esc: cancelar</translation>
    </message>
</context>
<context>
    <name>ProblemsModel</name>
    <message>
        <source>Row {number}</source>
        <translation>Linha {number}</translation>
    </message>
    <message>
        <source>{column}: {text}, the cell with the problem</source>
        <translation>{column}: {text}, a célula com problema</translation>
    </message>
    <message>
        <source>Suggestion: {text}</source>
        <translation>Sugestão: {text}</translation>
    </message>
    <message>
        <source>No suggestion</source>
        <translation>Sem sugestão</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>vazia</translation>
    </message>
    <message>
        <source>“{text}”, as you chose last time</source>
        <translation>“{text}”, como você escolheu da última vez</translation>
    </message>
    <message>
        <source>{column}: {text}, where the rows differ</source>
        <translation>{column}: {text}, onde as linhas diferem</translation>
    </message>
    <message>
        <source>Suggestion: {text}, as you chose last time</source>
        <translation>Sugestão: {text}, como você escolheu da última vez</translation>
    </message>
    <message>
        <source>certain</source>
        <translation>sem dúvida</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>provável</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>palpite</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Célula</translation>
    </message>
    <message>
        <source>Suggestion</source>
        <translation>Sugestão</translation>
    </message>
    <message>
        <source>What is wrong</source>
        <translation>O que está errado</translation>
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
            <numerusform>%Ln ignorado</numerusform>
            <numerusform>%Ln ignorados</numerusform>
        </translation>
    </message>
    <message>
        <source>Remembered choices…</source>
        <translation>Escolhas salvas…</translation>
    </message>
</context>
<context>
    <name>ProblemsTable</name>
    <message>
        <source>For every “{value}”</source>
        <translation>Em todos os “{value}”</translation>
    </message>
    <message>
        <source>Edit by hand…</source>
        <translation>Editar manualmente…</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Ignorar por ora…</translation>
    </message>
    <message>
        <source>Rows with this problem</source>
        <translation>Linhas com este problema</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message numerus="yes">
        <source>%Ln SKU(s) wait for it</source>
        <translation>
            <numerusform>%Ln SKU espera por isto</numerusform>
            <numerusform>%Ln SKUs esperam por isto</numerusform>
        </translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>Usar este</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Depois</translation>
    </message>
    <message>
        <source>Ask it after all others (Alt+Right)</source>
        <translation>Perguntar depois de todas as outras (Alt+Seta para a direita)</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>The answer before (Alt+Left)</source>
        <translation>A resposta anterior (Alt+Seta para a esquerda)</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>Voltar às perguntas</translation>
    </message>
    <message>
        <source>Which Amazon attribute is your specification “{field}”?</source>
        <translation>Qual atributo da Amazon é a sua especificação “{field}”?</translation>
    </message>
    <message>
        <source>“{value}” of your specification “{field}”: which {attribute} is that at Amazon?</source>
        <translation>“{value}” da sua especificação “{field}”: qual é o valor de {attribute} na Amazon?</translation>
    </message>
    <message>
        <source>Which categories does CategoryID hold?</source>
        <translation>Quais categorias CategoryID traz?</translation>
    </message>
    <message>
        <source>None: leave it out</source>
        <translation>Nenhum: deixar de fora</translation>
    </message>
    <message>
        <source>VTEX’s global categories</source>
        <translation>As categorias globais da VTEX</translation>
    </message>
    <message>
        <source>Your store’s categories</source>
        <translation>As categorias da sua loja</translation>
    </message>
    <message>
        <source>Your products vary by {attribute}. Which variation theme is that?</source>
        <translation>Seus produtos variam por {attribute}. Qual é o tema de variação?</translation>
    </message>
    <message>
        <source>Your exports do not tell. VTEX’s messages speak of the global category.</source>
        <translation>Suas exportações não dizem. As mensagens da VTEX falam da categoria global.</translation>
    </message>
    <message>
        <source>In {category}.</source>
        <translation>Em {category}.</translation>
    </message>
    <message numerus="yes">
        <source>One answer for all %Ln categor(y/ies) that it is about.</source>
        <translation>
            <numerusform>Uma resposta para a categoria em questão.</numerusform>
            <numerusform>Uma resposta para todas as %Ln categorias em questão.</numerusform>
        </translation>
    </message>
    <message>
        <source>For example:</source>
        <translation>Por exemplo:</translation>
    </message>
    <message>
        <source>None of them</source>
        <translation>Nenhum deles</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Deixar de fora</translation>
    </message>
    <message>
        <source>Your answer: {answer}</source>
        <translation>Sua resposta: {answer}</translation>
    </message>
    <message>
        <source>You left it out.</source>
        <translation>Você deixou de fora.</translation>
    </message>
    <message numerus="yes">
        <source>Guesses, the likeliest first (keys 1 to %Ln)</source>
        <translation>
            <numerusform>Um palpite (tecla %Ln)</numerusform>
            <numerusform>Palpites, o mais provável primeiro (teclas 1 a %Ln)</numerusform>
        </translation>
    </message>
    <message>
        <source>No accepted value resembles it. The list begins with these:</source>
        <translation>Nenhum valor aceito se parece com ele. A lista começa com estes:</translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln attribute(s) of your categories</source>
        <translation>
            <numerusform>Ou o atributo das suas categorias</numerusform>
            <numerusform>Ou um dos %Ln atributos das suas categorias</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln theme(s)</source>
        <translation>
            <numerusform>Ou o tema de variação</numerusform>
            <numerusform>Ou um dos %Ln temas de variação</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln accepted value(s)</source>
        <translation>
            <numerusform>Ou o valor aceito</numerusform>
            <numerusform>Ou um dos %Ln valores aceitos</numerusform>
        </translation>
    </message>
    <message>
        <source>Or any other text</source>
        <translation>Ou qualquer outro texto</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>“{name}” is already there.</source>
        <translation>“{name}” já existe.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Look in:</source>
        <translation>Procurar em:</translation>
    </message>
    <message>
        <source>File name:</source>
        <translation>Nome do arquivo:</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translation>Arquivos do tipo:</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos os arquivos (*)</translation>
    </message>
</context>
<context>
    <name>RecentDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correção</numerusform>
            <numerusform>%Ln correções</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) left</source>
        <translation>
            <numerusform>falta %Ln problema</numerusform>
            <numerusform>faltam %Ln problemas</numerusform>
        </translation>
    </message>
    <message>
        <source>the file was moved</source>
        <translation>o arquivo mudou de lugar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensagem</numerusform>
            <numerusform>%Ln mensagens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different error(s)</source>
        <translation>
            <numerusform>%Ln erro</numerusform>
            <numerusform>%Ln erros diferentes</numerusform>
        </translation>
    </message>
    <message>
        <source>settings of a store</source>
        <translation>configurações de uma loja</translation>
    </message>
    <message>
        <source>Find the file…</source>
        <translation>Procurar o arquivo…</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Where is {name} now?</source>
        <translation>Onde está {name} agora?</translation>
    </message>
    <message>
        <source>Delete what Listo has stored about {name}? This cannot be undone.</source>
        <translation>Excluir o que o Listo guardou sobre {name}? Não dá para desfazer.</translation>
    </message>
    <message>
        <source>Delete the remembered choices too</source>
        <translation>Excluir também as escolhas salvas</translation>
    </message>
    <message>
        <source>Being opened: {names}. Earlier spreadsheets are listed as soon as that is done.</source>
        <translation>Abrindo: {names}. As planilhas anteriores aparecem assim que terminar.</translation>
    </message>
    <message>
        <source>Remembered choices…</source>
        <translation>Escolhas salvas…</translation>
    </message>
    <message>
        <source>All work</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Spreadsheets</source>
        <translation>Planilhas</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Mensagens</translation>
    </message>
    <message>
        <source>Stores</source>
        <translation>Lojas</translation>
    </message>
    <message>
        <source>Recent work</source>
        <translation>Trabalhos recentes</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Delete all stored work on spreadsheets and messages? Your own files stay as they are, and so do the settings of your stores.</source>
        <translation>Excluir todo o trabalho guardado com planilhas e mensagens? Seus arquivos e as configurações das suas lojas ficam como estão.</translation>
    </message>
    <message>
        <source>Search by file, folder, message or store</source>
        <translation>Procurar por arquivo, pasta, mensagem ou loja</translation>
    </message>
    <message>
        <source>What to list</source>
        <translation>O que listar</translation>
    </message>
    <message>
        <source>Nothing here yet. Your work is stored on this computer only, and you find it here again.</source>
        <translation>Ainda não há nada aqui. Seu trabalho fica guardado só neste computador, e é aqui que você o encontra.</translation>
    </message>
    <message>
        <source>Delete all…</source>
        <translation>Excluir tudo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>RemainingCard</name>
    <message>
        <source>Look at them</source>
        <translation>Ver os problemas</translation>
    </message>
    <message>
        <source>Show these SKUs</source>
        <translation>Mostrar estes SKUs</translation>
    </message>
    <message>
        <source>Add what is missing…</source>
        <translation>Adicionar o que falta…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) are held up</source>
        <translation>
            <numerusform>%Ln SKU está parado</numerusform>
            <numerusform>%Ln SKUs estão parados</numerusform>
        </translation>
    </message>
    <message>
        <source>No problem is left in the sheet, but {held}.</source>
        <translation>Não resta problema na planilha, mas {held}.</translation>
    </message>
    <message>
        <source>No problem is left.</source>
        <translation>Não resta nenhum problema.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) with {problems} are left</source>
        <translation>
            <numerusform>Resta %Ln tipo com {problems}</numerusform>
            <numerusform>Restam %Ln tipos com {problems}</numerusform>
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
            <numerusform>%Ln SKU está pronto.</numerusform>
            <numerusform>%Ln SKUs estão prontos.</numerusform>
        </translation>
    </message>
    <message>
        <source>This is as far as your files tell: not everything could be checked.</source>
        <translation>Isto é o que os seus arquivos permitem saber: nem tudo pôde ser verificado.</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Make a report</source>
        <translation>Fazer um relatório</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <source>Replace it with the report?</source>
        <translation>Substituir pelo relatório?</translation>
    </message>
    <message>
        <source>To share: what was found, what was corrected, and what could not be checked.</source>
        <translation>Para compartilhar: o que foi encontrado, o que foi corrigido e o que não pôde ser verificado.</translation>
    </message>
    <message>
        <source>To print (PDF)…</source>
        <translation>Para imprimir (PDF)…</translation>
    </message>
    <message>
        <source>To read (HTML)…</source>
        <translation>Para ler (HTML)…</translation>
    </message>
    <message>
        <source>To work with (Excel)…</source>
        <translation>Para trabalhar (Excel)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Mostrar na pasta</translation>
    </message>
    <message>
        <source>The report is in “{folder}”, named “{name}”.</source>
        <translation>O relatório está em “{folder}”, com o nome “{name}”.</translation>
    </message>
    <message>
        <source>report</source>
        <translation>relatorio</translation>
    </message>
    <message>
        <source>The PDF could not be made. Your work is safe; make the HTML report instead.</source>
        <translation>Não foi possível fazer o PDF. Seu trabalho está seguro; faça o relatório em HTML.</translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message>
        <source>Not known to Listo</source>
        <translation>O Listo não conhece</translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln mensagem</numerusform>
            <numerusform>%Ln mensagens</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKUs</numerusform>
        </translation>
    </message>
    <message>
        <source>All errors by area</source>
        <translation>Todos os erros por área</translation>
    </message>
    <message>
        <source>Clear the field and see all errors (Esc)</source>
        <translation>Limpar o campo e ver todos os erros (Esc)</translation>
    </message>
    <message>
        <source>Errors found</source>
        <translation>Erros encontrados</translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message>
        <source>Add a row like this one</source>
        <translation>Acrescentar uma linha igual a esta</translation>
    </message>
    <message>
        <source>Add an empty row</source>
        <translation>Acrescentar uma linha vazia</translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Excluir %Ln linha</numerusform>
            <numerusform>Excluir %Ln linhas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SendPage</name>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar à VTEX</translation>
    </message>
</context>
<context>
    <name>SettingRow</name>
    <message>
        <source>In VTEX: {path}</source>
        <translation>Na VTEX: {path}</translation>
    </message>
    <message>
        <source>At Amazon: {path}</source>
        <translation>Na Amazon: {path}</translation>
    </message>
    <message>
        <source>Where do I find {field}?</source>
        <translation>Onde encontro {field}?</translation>
    </message>
    <message>
        <source>in VTEX</source>
        <translation>na VTEX</translation>
    </message>
    <message>
        <source>at Amazon</source>
        <translation>na Amazon</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>Usar “{text}”</translation>
    </message>
    <message>
        <source>Copy the right value</source>
        <translation>Copiar o valor certo</translation>
    </message>
    <message>
        <source>Errors that this causes:</source>
        <translation>Erros que isto causa:</translation>
    </message>
    <message>
        <source>What is this, and where do I find it? (Ctrl+I)</source>
        <translation>O que é isto e onde encontro? (Ctrl+I)</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Account</source>
        <translation>Conta</translation>
    </message>
    <message>
        <source>Shipping</source>
        <translation>Frete</translation>
    </message>
    <message>
        <source>Authorization</source>
        <translation>Autorização</translation>
    </message>
    <message>
        <source>The rest of VTEX’s form</source>
        <translation>O resto do formulário da VTEX</translation>
    </message>
    <message>
        <source>in VTEX</source>
        <translation>na VTEX</translation>
    </message>
    <message>
        <source>at Amazon</source>
        <translation>na Amazon</translation>
    </message>
    <message>
        <source>not given</source>
        <translation>não informado</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
</context>
<context>
    <name>SettingsTab</name>
    <message>
        <source>That looked like a token or a key. Listo removed it from the field and did not keep it. It may still be in the clipboard.</source>
        <translation>Isso parecia um token ou uma chave. O Listo tirou do campo e não guardou. Talvez ainda esteja na área de transferência.</translation>
    </message>
    <message>
        <source>Empty the clipboard</source>
        <translation>Limpar a área de transferência</translation>
    </message>
    <message>
        <source>The clipboard is empty.</source>
        <translation>A área de transferência está vazia.</translation>
    </message>
    <message>
        <source>My store</source>
        <translation>Minha loja</translation>
    </message>
    <message>
        <source>Choose your Amazon category template</source>
        <translation>Escolha o seu modelo de categoria da Amazon</translation>
    </message>
    <message>
        <source>{file} seems to have been made for the account {account}. Is this your Seller ID?</source>
        <translation>{file} parece ter sido feito para a conta {account}. É esse o seu Seller ID?</translation>
    </message>
    <message>
        <source>Yes, fill it in</source>
        <translation>Sim, preencher</translation>
    </message>
    <message>
        <source>{file} names no shipping template.</source>
        <translation>{file} não traz nenhum modelo de envio.</translation>
    </message>
    <message>
        <source>{file} names these shipping templates: {names}</source>
        <translation>{file} traz estes modelos de envio: {names}</translation>
    </message>
    <message>
        <source>Something went wrong in Listo. Nothing was changed.</source>
        <translation>Algo deu errado no Listo. Nada foi alterado.</translation>
    </message>
    <message>
        <source>Save the reminder</source>
        <translation>Salvar o lembrete</translation>
    </message>
    <message>
        <source>Saved. Open the file to add it to your calendar.</source>
        <translation>Salvo. Abra o arquivo para adicioná-lo à sua agenda.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>Salvo em {path}</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importar</translation>
    </message>
    <message>
        <source>Replace what is filled in for {name}?</source>
        <translation>Substituir o que está preenchido para {name}?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Substituir</translation>
    </message>
    <message>
        <source>Check my settings</source>
        <translation>Verificar configurações</translation>
    </message>
    <message>
        <source>Compare what VTEX has with what Amazon has. Drop your own Amazon category template here to use the names in it. Never type a token here.</source>
        <translation>Compare o que está na VTEX com o que está na Amazon. Solte aqui o seu modelo de categoria da Amazon para usar os nomes que ele traz. Nunca digite um token aqui.</translation>
    </message>
</context>
<context>
    <name>SheetDelegate</name>
    <message>
        <source>(empty)</source>
        <translation>(vazia)</translation>
    </message>
    <message>
        <source>Enter: change the cell · Down: accepted values · Esc: cancel</source>
        <translation>Enter: muda a célula · Seta para baixo: valores aceitos · Esc: cancelar</translation>
    </message>
</context>
<context>
    <name>SheetModel</name>
    <message>
        <source>Changed</source>
        <translation>Alteradas</translation>
    </message>
    <message>
        <source>Row {number}</source>
        <translation>Linha {number}</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
</context>
<context>
    <name>SheetProblemsList</name>
    <message>
        <source>Problems of the whole sheet</source>
        <translation>Problemas da planilha inteira</translation>
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
        <translation>Ignorar por ora…</translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>A planilha inteira</translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message>
        <source>Steps</source>
        <translation>Etapas</translation>
    </message>
    <message>
        <source>Kinds of problem</source>
        <translation>Tipos de problema</translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) need another file or choice</source>
        <translation>
            <numerusform>%Ln verificação precisa de outro arquivo ou de uma escolha</numerusform>
            <numerusform>%Ln verificações precisam de outro arquivo ou de uma escolha</numerusform>
        </translation>
    </message>
    <message>
        <source>Add what is missing…</source>
        <translation>Adicionar o que falta…</translation>
    </message>
</context>
<context>
    <name>SkuPreview</name>
    <message>
        <source>What would be sent</source>
        <translation>O que seria enviado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Copy every attribute with its value</source>
        <translation>Copiar cada atributo com o valor</translation>
    </message>
    <message>
        <source>Attribute</source>
        <translation>Atributo</translation>
    </message>
    <message>
        <source>In VTEX</source>
        <translation>Na VTEX</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Linha</translation>
    </message>
    <message>
        <source>Nothing of the mapping sheet is sent for it.</source>
        <translation>Nada da planilha de mapeamento é enviado para ele.</translation>
    </message>
    <message>
        <source>The Admin’s newer screens, Amazon Listing and Product Publication, take no sheet: enter these values there.</source>
        <translation>As telas mais novas do Admin, Amazon Listing e Publicação de produtos, não usam a planilha: digite estes valores lá.</translation>
    </message>
    <message>
        <source>It does not go through until this is fixed:</source>
        <translation>Ele não passa enquanto isto não for corrigido:</translation>
    </message>
    <message>
        <source>VTEX’s export of SKU specifications</source>
        <translation>a exportação de especificações de SKU da VTEX</translation>
    </message>
    <message>
        <source>VTEX’s export of product specifications</source>
        <translation>a exportação de especificações de produto da VTEX</translation>
    </message>
    <message>
        <source>Choose a SKU to see what becomes of it.</source>
        <translation>Escolha um SKU para ver o que acontece com ele.</translation>
    </message>
    <message>
        <source>Product Publication wants the title to begin with the brand: put “{brand}” at its beginning there.</source>
        <translation>A Publicação de produtos quer que o título comece pela marca: coloque “{brand}” no início dele nessa página.</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Enviado</translation>
    </message>
    <message>
        <source>Go to row {row}</source>
        <translation>Ir para a linha {row}</translation>
    </message>
    <message>
        <source>VTEX sends it. Whether Amazon takes its values is not checked: no Amazon file is for its category.</source>
        <translation>A VTEX envia. Se a Amazon aceita os valores não foi verificado: nenhum arquivo da Amazon vale para a categoria dele.</translation>
    </message>
    <message>
        <source>Not known without {files}.</source>
        <translation>Não se sabe sem {files}.</translation>
    </message>
    <message>
        <source>As far as your files tell, it goes through.</source>
        <translation>Pelo que dizem seus arquivos, ele passa.</translation>
    </message>
    <message>
        <source>It may go through, but this can stop it:</source>
        <translation>Pode passar, mas isto pode bloquear:</translation>
    </message>
    <message>
        <source>VTEX does not send it to Amazon:</source>
        <translation>A VTEX não envia à Amazon:</translation>
    </message>
</context>
<context>
    <name>SkuStrip</name>
    <message numerus="yes">
        <source>%Ln ready</source>
        <translation>
            <numerusform>%Ln pronto</numerusform>
            <numerusform>%Ln prontos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held up</source>
        <translation>
            <numerusform>%Ln parado</numerusform>
            <numerusform>%Ln parados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln não enviado</numerusform>
            <numerusform>%Ln não enviados</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known</source>
        <translation>
            <numerusform>%Ln sem informação</numerusform>
            <numerusform>%Ln sem informação</numerusform>
        </translation>
    </message>
    <message>
        <source>Show these SKUs</source>
        <translation>Mostrar estes SKUs</translation>
    </message>
    <message>
        <source>VTEX’s export of SKU specifications</source>
        <translation>a exportação de especificações de SKU da VTEX</translation>
    </message>
    <message>
        <source>VTEX’s export of product specifications</source>
        <translation>a exportação de especificações de produto da VTEX</translation>
    </message>
    <message>
        <source>Missing to tell: {files}</source>
        <translation>Falta para saber: {files}</translation>
    </message>
    <message>
        <source>VTEX’s export of products and SKUs would show how many of your SKUs are ready.</source>
        <translation>A exportação de produtos e SKUs da VTEX mostraria quantos dos seus SKUs estão prontos.</translation>
    </message>
    <message>
        <source>Add the file…</source>
        <translation>Adicionar o arquivo…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them without Amazon’s values</source>
        <translation>
            <numerusform>%Ln deles sem os valores da Amazon</numerusform>
            <numerusform>%Ln deles sem os valores da Amazon</numerusform>
        </translation>
    </message>
    <message>
        <source>Counting your SKUs…</source>
        <translation>Contando seus SKUs…</translation>
    </message>
</context>
<context>
    <name>SkusModel</name>
    <message>
        <source>No Amazon file for its category</source>
        <translation>Sem arquivo da Amazon para a categoria</translation>
    </message>
    <message>
        <source>A file is missing to tell</source>
        <translation>Falta um arquivo para saber</translation>
    </message>
    <message>
        <source>First reason</source>
        <translation>Primeiro motivo</translation>
    </message>
    <message>
        <source>SKU</source>
        <translation>SKU</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nome</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Categoria</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Status</translation>
    </message>
</context>
<context>
    <name>SkusPage</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>e mais %Ln</numerusform>
            <numerusform>e mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>skus</source>
        <translation>skus</translation>
    </message>
    <message>
        <source>Save these SKUs</source>
        <translation>Salvar estes SKUs</translation>
    </message>
    <message>
        <source>List of SKUs</source>
        <translation>Lista de SKUs</translation>
    </message>
    <message>
        <source>Replace it with the list of SKUs?</source>
        <translation>Substituir pela lista de SKUs?</translation>
    </message>
    <message>
        <source>The list is in “{folder}”, named “{name}”.</source>
        <translation>A lista está em “{folder}”, com o nome “{name}”.</translation>
    </message>
    <message>
        <source>Save list</source>
        <translation>Salvar lista</translation>
    </message>
    <message>
        <source>The SKUs shown, with reasons and what would be sent of each</source>
        <translation>Os SKUs mostrados, com os motivos e o que seria enviado de cada um</translation>
    </message>
    <message>
        <source>To work with (Excel)…</source>
        <translation>Para trabalhar (Excel)…</translation>
    </message>
    <message>
        <source>As plain table (CSV)…</source>
        <translation>Como tabela simples (CSV)…</translation>
    </message>
    <message>
        <source>Your SKUs</source>
        <translation>Seus SKUs</translation>
    </message>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar à VTEX</translation>
    </message>
    <message>
        <source>Search by SKU, name or reason</source>
        <translation>Procurar por SKU, nome ou motivo</translation>
    </message>
    <message>
        <source>Search your SKUs</source>
        <translation>Procurar entre seus SKUs</translation>
    </message>
    <message>
        <source>Which SKUs are shown</source>
        <translation>Quais SKUs são mostrados</translation>
    </message>
    <message>
        <source>Listo goes by the documented rules. It cannot foresee how Amazon matches products (ASIN), brand approvals, images, or the state of your account.</source>
        <translation>O Listo segue as regras documentadas. Ele não prevê o vínculo com produtos que a Amazon já tem (ASIN), a aprovação de marcas, as imagens nem a situação da sua conta.</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Prontos</translation>
    </message>
    <message>
        <source>Held up</source>
        <translation>Parados</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Não enviados</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Sem informação</translation>
    </message>
    <message>
        <source>All ({count})</source>
        <translation>Todos ({count})</translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln observação</numerusform>
            <numerusform>%Ln observações</numerusform>
        </translation>
    </message>
    <message>
        <source>What is odd about your exports</source>
        <translation>O que há de estranho nas suas exportações</translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKUs</numerusform>
        </translation>
    </message>
    <message>
        <source>No SKU fits this search.</source>
        <translation>Nenhum SKU corresponde ao que você procura.</translation>
    </message>
    <message>
        <source>Add the export…</source>
        <translation>Adicionar a exportação…</translation>
    </message>
    <message>
        <source>Listo is working out what becomes of your SKUs…</source>
        <translation>O Listo está vendo o que acontece com seus SKUs…</translation>
    </message>
    <message>
        <source>With VTEX’s export of products and SKUs, Listo shows which SKUs would go through, which are held up, and by what. The export of SKU specifications belongs to it.</source>
        <translation>Com a exportação de produtos e SKUs da VTEX, o Listo mostra quais SKUs passariam, quais estão parados e por quê. Adicione também a exportação de especificações de SKU.</translation>
    </message>
</context>
<context>
    <name>SpreadsheetTab</name>
    <message>
        <source>Another version of the sheet</source>
        <translation>Outra versão da planilha</translation>
    </message>
    <message>
        <source>your last spreadsheet</source>
        <translation>sua última planilha</translation>
    </message>
    <message>
        <source>Drop your mapping sheet, and Listo shows where this error comes from in it.</source>
        <translation>Solte a sua planilha de mapeamento, e o Listo mostra nela de onde vem este erro.</translation>
    </message>
    <message>
        <source>No row of your sheet says “{name}”.</source>
        <translation>Nenhuma linha da sua planilha diz “{name}”.</translation>
    </message>
    <message>
        <source>Your spreadsheet has no problem of that kind.</source>
        <translation>Sua planilha não tem nenhum problema desse tipo.</translation>
    </message>
    <message>
        <source>These rows say “{name}”. To tell whether anything is wrong with it, Listo needs {files}.</source>
        <translation>Estas linhas dizem “{name}”. Para dizer se ali há um erro, o Listo precisa de: {files}.</translation>
    </message>
    <message>
        <source>Add the file…</source>
        <translation>Adicionar o arquivo…</translation>
    </message>
    <message>
        <source>Stopped. Everything is as it was.</source>
        <translation>Interrompido. Tudo está como antes.</translation>
    </message>
    <message>
        <source>New: {title}</source>
        <translation>Novo: {title}</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>or drop an export or an Amazon report here</source>
        <translation>ou solte aqui uma exportação ou um relatório da Amazon</translation>
    </message>
    <message>
        <source>Continue with a list</source>
        <translation>Continuar com uma lista</translation>
    </message>
    <message>
        <source>Common errors</source>
        <translation>Erros comuns</translation>
    </message>
    <message>
        <source>All errors by area</source>
        <translation>Todos os erros por área</translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln erro</numerusform>
            <numerusform>%Ln erros</numerusform>
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
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Colunas</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Your SKUs</source>
        <translation>Seus SKUs</translation>
    </message>
    <message>
        <source>Send to VTEX</source>
        <translation>Enviar à VTEX</translation>
    </message>
    <message>
        <source>Step {number}: {name}</source>
        <translation>Etapa {number}: {name}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>concluída</translation>
    </message>
</context>
<context>
    <name>StoresBar</name>
    <message>
        <source>New store</source>
        <translation>Nova loja</translation>
    </message>
    <message>
        <source>Rename {name}</source>
        <translation>Renomear {name}</translation>
    </message>
    <message>
        <source>Delete what Listo has stored about {name}? This cannot be undone.</source>
        <translation>Excluir o que o Listo guardou sobre {name}? Não dá para desfazer.</translation>
    </message>
    <message>
        <source>Name of the store</source>
        <translation>Nome da loja</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Excluir</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Loja</translation>
    </message>
    <message>
        <source>More about this store</source>
        <translation>Mais sobre esta loja</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Renomear…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>Excluir…</translation>
    </message>
    <message>
        <source>Import from a file…</source>
        <translation>Importar de um arquivo…</translation>
    </message>
    <message>
        <source>Export to a file…</source>
        <translation>Exportar para um arquivo…</translation>
    </message>
</context>
<context>
    <name>Tabs</name>
    <message>
        <source>Understand an error</source>
        <translation>Entender um erro</translation>
    </message>
    <message>
        <source>Paste what VTEX or Amazon shows: one message, or a whole list of them.</source>
        <translation>Cole o que a VTEX ou a Amazon mostra: uma mensagem ou uma lista inteira.</translation>
    </message>
    <message>
        <source>Paste all or part of the message that VTEX or Amazon shows, in English, Portuguese or Spanish.</source>
        <translation>Cole a mensagem que a VTEX ou a Amazon mostra, inteira ou em parte, em português, espanhol ou inglês.</translation>
    </message>
    <message>
        <source>A number such as 8560 or a few words such as “expired token” work too.</source>
        <translation>Também serve um número como 8560 ou algumas palavras como “token vencido”.</translation>
    </message>
    <message>
        <source>Paste many lines, or drop an export, to see which errors hold up the most SKUs.</source>
        <translation>Cole muitas linhas ou solte uma exportação para ver quais erros travam mais SKUs.</translation>
    </message>
    <message>
        <source>Check my spreadsheet</source>
        <translation>Verificar minha planilha</translation>
    </message>
    <message>
        <source>Drop your mapping sheet. Your file is never changed: you save a corrected copy.</source>
        <translation>Solte aqui sua planilha de mapeamento. O arquivo nunca é alterado: você salva uma cópia corrigida.</translation>
    </message>
    <message>
        <source>Drop the mapping sheet that you upload to VTEX anywhere on the window.</source>
        <translation>Solte em qualquer lugar da janela a planilha de mapeamento que você sobe para a VTEX.</translation>
    </message>
    <message>
        <source>Add an Amazon category template or an export from VTEX, and more is checked.</source>
        <translation>Adicione um modelo de categoria da Amazon ou uma exportação da VTEX, e mais coisas serão verificadas.</translation>
    </message>
    <message>
        <source>Decide on each kind of problem, then save a corrected copy. Your file is never changed.</source>
        <translation>Decida sobre cada tipo de problema e salve uma cópia corrigida. Seu arquivo nunca é alterado.</translation>
    </message>
    <message>
        <source>Check my settings</source>
        <translation>Verificar configurações</translation>
    </message>
    <message>
        <source>Start with the Seller ID: copy it from VTEX and from Amazon, and see whether they are the same.</source>
        <translation>Comece pelo Seller ID: copie-o da VTEX e da Amazon e veja se são iguais.</translation>
    </message>
    <message>
        <source>Fill in what VTEX has and what Amazon has, and see where they differ.</source>
        <translation>Preencha o que está na VTEX e o que está na Amazon e veja onde são diferentes.</translation>
    </message>
    <message>
        <source>The question mark next to each field says where to find it in both places.</source>
        <translation>O ponto de interrogação ao lado de cada campo diz onde encontrá-lo nos dois lugares.</translation>
    </message>
    <message>
        <source>Listo never asks for a token or a password: do not write one anywhere here.</source>
        <translation>O Listo nunca pede token nem senha: não escreva nenhum aqui.</translation>
    </message>
    <message>
        <source>the tabs</source>
        <translation>as abas</translation>
    </message>
</context>
<context>
    <name>TokenCard</name>
    <message>
        <source>What VTEX documents</source>
        <translation>O que a VTEX documenta</translation>
    </message>
    <message>
        <source>What Amazon documents</source>
        <translation>O que a Amazon documenta</translation>
    </message>
    <message>
        <source>From the time of MWS</source>
        <translation>Da época do MWS</translation>
    </message>
    <message>
        <source>Add to my calendar…</source>
        <translation>Adicionar à minha agenda…</translation>
    </message>
    <message>
        <source>How to renew it</source>
        <translation>Como renovar</translation>
    </message>
</context>
<context>
    <name>ToldView</name>
    <message>
        <source>Enter or a double click shows the SKU.</source>
        <translation>Enter ou um clique duplo mostra o SKU.</translation>
    </message>
</context>
<context>
    <name>TradePolicyChoice</name>
    <message>
        <source>Which trade policy do you use for Amazon?</source>
        <translation>Qual política comercial você usa para a Amazon?</translation>
    </message>
    <message>
        <source>Listo checks that your active SKUs are in it.</source>
        <translation>O Listo verifica se os seus SKUs ativos estão nela.</translation>
    </message>
    <message>
        <source>Choose its number or type it: one more check can run then.</source>
        <translation>Escolha ou digite o número: assim é possível fazer mais uma verificação.</translation>
    </message>
    <message>
        <source>No active SKU of your export is in trade policy {policy}.</source>
        <translation>Nenhum SKU ativo da sua exportação está na política comercial {policy}.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Clear the number</source>
        <translation>Apagar o número</translation>
    </message>
</context>
<context>
    <name>UncoveredCard</name>
    <message numerus="yes">
        <source>%Ln categor(y/ies) has/have no Amazon file</source>
        <translation>
            <numerusform>%Ln categoria não tem arquivo da Amazon</numerusform>
            <numerusform>%Ln categorias não têm arquivo da Amazon</numerusform>
        </translation>
    </message>
    <message>
        <source>Attributes and values are not checked there. Add a file, or say that one of yours is for them too.</source>
        <translation>Ali, atributos e valores não são verificados. Adicione um arquivo ou diga que um dos seus também serve ali.</translation>
    </message>
    <message>
        <source>Add a file…</source>
        <translation>Adicionar um arquivo…</translation>
    </message>
    <message>
        <source>Change what “{name}” is for</source>
        <translation>Mudar para que serve “{name}”</translation>
    </message>
    <message>
        <source>Change what a file is for</source>
        <translation>Mudar para que serve um arquivo</translation>
    </message>
    <message numerus="yes">
        <source>{categories} and %Ln more</source>
        <translation>
            <numerusform>{categories} e mais %Ln</numerusform>
            <numerusform>{categories} e mais %Ln</numerusform>
        </translation>
    </message>
    <message>
        <source>Hide them</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>Mostrar quais</translation>
    </message>
</context>
<context>
    <name>UnknownView</name>
    <message>
        <source>Not known to Listo</source>
        <translation>O Listo não conhece</translation>
    </message>
    <message>
        <source>No known error clearly matches these. Paste one on its own to see the closest ones.</source>
        <translation>Nenhum erro conhecido corresponde com certeza a estas. Cole uma sozinha para ver os mais parecidos.</translation>
    </message>
    <message>
        <source>Messages that Listo does not know</source>
        <translation>Mensagens que o Listo não conhece</translation>
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
        <translation>Planilha inteira</translation>
    </message>
    <message>
        <source>The problems, kind by kind (F6)</source>
        <translation>Os problemas, tipo por tipo (F6)</translation>
    </message>
    <message>
        <source>The whole sheet, with marks where something is wrong (F6)</source>
        <translation>A planilha inteira, com marcas onde algo está errado (F6)</translation>
    </message>
</context>
<context>
    <name>WholeSheetPage</name>
    <message>
        <source>None of the problems is in these rows. “By kind” shows all that there are.</source>
        <translation>Nenhum dos problemas está nestas linhas. “Por tipo” mostra todos os que há.</translation>
    </message>
    <message>
        <source>All rows</source>
        <translation>Todas as linhas</translation>
    </message>
    <message>
        <source>Rows with a problem</source>
        <translation>Linhas com problema</translation>
    </message>
    <message>
        <source>Use “{text}”</source>
        <translation>Usar “{text}”</translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln linha</numerusform>
            <numerusform>%Ln linhas</numerusform>
        </translation>
    </message>
    <message>
        <source>{shown} of {rows}</source>
        <translation>{shown} de {rows}</translation>
    </message>
    <message>
        <source>The whole sheet</source>
        <translation>A planilha inteira</translation>
    </message>
    <message>
        <source>Which rows</source>
        <translation>Quais linhas</translation>
    </message>
    <message>
        <source>Search all columns</source>
        <translation>Procurar em todas as colunas</translation>
    </message>
    <message>
        <source>Only rows that hold these words in any column</source>
        <translation>Só as linhas que têm estas palavras em alguma coluna</translation>
    </message>
    <message>
        <source>Show all rows</source>
        <translation>Mostrar todas as linhas</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Problema anterior</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Próximo problema</translation>
    </message>
    <message>
        <source>Previous problem (Shift+F8)</source>
        <translation>Problema anterior (Shift+F8)</translation>
    </message>
    <message>
        <source>Next problem (F8)</source>
        <translation>Próximo problema (F8)</translation>
    </message>
    <message>
        <source>Leave as it is…</source>
        <translation>Ignorar por ora…</translation>
    </message>
    <message>
        <source>Set it aside, with a reason if you like (Ctrl+L)</source>
        <translation>Ignorar por ora, com um motivo se quiser (Ctrl+L)</translation>
    </message>
    <message>
        <source>All problems of this kind</source>
        <translation>Todos os problemas deste tipo</translation>
    </message>
</context>
</TS>
