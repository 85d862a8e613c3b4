<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>AdminSection</name>
    <message numerus="yes">
        <source>and %Ln more category(ies), in the list to copy</source>
        <translation>
            <numerusform>and %Ln more category, in the list to copy</numerusform>
            <numerusform>and %Ln more categories, in the list to copy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more SKU(s) use what you corrected and are still held up by something else: fix that first.</source>
        <translation>
            <numerusform>%Ln more SKU uses what you corrected and is still held up by something else: fix that first.</numerusform>
            <numerusform>%Ln more SKUs use what you corrected and are still held up by something else: fix that first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copy %Ln SKU ID(s)</source>
        <translation>
            <numerusform>Copy %Ln SKU ID</numerusform>
            <numerusform>Copy %Ln SKU IDs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) use what you corrected and can go through now:</source>
        <translation>
            <numerusform>%Ln SKU uses what you corrected and can go through now:</numerusform>
            <numerusform>%Ln SKUs use what you corrected and can go through now:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) use what you corrected, and something else still holds them up: fix that first.</source>
        <translation>
            <numerusform>%Ln SKU uses what you corrected, and something else still holds it up: fix that first.</numerusform>
            <numerusform>%Ln SKUs use what you corrected, and something else still holds them up: fix that first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) changed</source>
        <translation>
            <numerusform>%Ln row changed</numerusform>
            <numerusform>%Ln rows changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangesSection</name>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln change</numerusform>
            <numerusform>%Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as it is</source>
        <translation>
            <numerusform>%Ln left as it is</numerusform>
            <numerusform>%Ln left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s), each with a way back.</source>
        <translation>
            <numerusform>%Ln change, with a way back.</numerusform>
            <numerusform>%Ln changes, each with a way back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnFilterCard</name>
    <message numerus="yes">
        <source>and %Ln more: type a part of one</source>
        <translation>
            <numerusform>and %Ln more: type a part of it</numerusform>
            <numerusform>and %Ln more: type a part of one</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message numerus="yes">
        <source>%Ln added</source>
        <translation>
            <numerusform>%Ln added</numerusform>
            <numerusform>%Ln added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln removed</source>
        <translation>
            <numerusform>%Ln removed</numerusform>
            <numerusform>%Ln removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln with another AmazonValue</source>
        <translation>
            <numerusform>%Ln with another AmazonValue</numerusform>
            <numerusform>%Ln with another AmazonValue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in spelling alone</source>
        <translation>
            <numerusform>%Ln in spelling alone</numerusform>
            <numerusform>%Ln in spelling alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln only moved</source>
        <translation>
            <numerusform>%Ln only moved</numerusform>
            <numerusform>%Ln only moved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) change state</source>
        <translation>
            <numerusform>%Ln SKU changes state</numerusform>
            <numerusform>%Ln SKUs change state</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopySection</name>
    <message numerus="yes">
        <source>%Ln part(s) of your file were damaged already, and are damaged in the copy too: {names}. Everything else was tested and is sound.</source>
        <translation>
            <numerusform>%Ln part of your file was damaged already, and is damaged in the copy too: {names}. Everything else was tested and is sound.</numerusform>
            <numerusform>%Ln parts of your file were damaged already, and are damaged in the copy too: {names}. Everything else was tested and is sound.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With it, %Ln SKU(s) are still held up.</source>
        <translation>
            <numerusform>With it, %Ln SKU is still held up.</numerusform>
            <numerusform>With it, %Ln SKUs are still held up.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopySummary</name>
    <message numerus="yes">
        <source>%Ln cell(s) changed</source>
        <translation>
            <numerusform>%Ln cell changed</numerusform>
            <numerusform>%Ln cells changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added below the last one</source>
        <translation>
            <numerusform>%Ln row added below the last one</numerusform>
            <numerusform>%Ln rows added below the last one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted</source>
        <translation>
            <numerusform>%Ln row deleted</numerusform>
            <numerusform>%Ln rows deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) deleted; the rows below move up</source>
        <translation>
            <numerusform>%Ln row deleted; the rows below move up</numerusform>
            <numerusform>%Ln rows deleted; the rows below move up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted row(s) stay as empty rows: if the rows below moved up, this would no longer fit in your file: {things}. Open the copy in Excel and delete the empty rows there before you upload it.</source>
        <translation>
            <numerusform>%Ln deleted row stays as an empty row: if the rows below moved up, this would no longer fit in your file: {things}. Open the copy in Excel and delete the empty row there before you upload it.</numerusform>
            <numerusform>%Ln deleted rows stay as empty rows: if the rows below moved up, this would no longer fit in your file: {things}. Open the copy in Excel and delete the empty rows there before you upload it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CorrectionsCard</name>
    <message numerus="yes">
        <source>%Ln correction(s) are certain.</source>
        <translation>
            <numerusform>%Ln correction is certain.</numerusform>
            <numerusform>%Ln corrections are certain.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more are likely.</source>
        <translation>
            <numerusform>%Ln more is likely.</numerusform>
            <numerusform>%Ln more are likely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) are likely.</source>
        <translation>
            <numerusform>%Ln correction is likely.</numerusform>
            <numerusform>%Ln corrections are likely.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply %Ln</source>
        <translation>
            <numerusform>Apply %Ln</numerusform>
            <numerusform>Apply %Ln</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Apply all %Ln</source>
        <translation>
            <numerusform>Apply it</numerusform>
            <numerusform>Apply all %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageLine</name>
    <message numerus="yes">
        <source>For all of your %Ln categor(y/ies).</source>
        <translation>
            <numerusform>For your category.</numerusform>
            <numerusform>For all of your %Ln categories.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>For {categories} and %Ln more.</source>
        <translation>
            <numerusform>For {categories} and %Ln more.</numerusform>
            <numerusform>For {categories} and %Ln more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CoverageQuestion</name>
    <message numerus="yes">
        <source>Which of your %Ln categor(y/ies) is it for?</source>
        <translation>
            <numerusform>Is it for your category?</numerusform>
            <numerusform>Which of your %Ln categories is it for?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This file is for {kinds} and %Ln more kind(s) of product.</source>
        <translation>
            <numerusform>This file is for {kinds} and %Ln more kind of product.</numerusform>
            <numerusform>This file is for {kinds} and %Ln more kinds of product.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use it for %Ln categor(y/ies)</source>
        <translation>
            <numerusform>Use it for %Ln category</numerusform>
            <numerusform>Use it for %Ln categories</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DecisionsDialog</name>
    <message numerus="yes">
        <source>%Ln choice(s) exported.</source>
        <translation>
            <numerusform>%Ln choice exported.</numerusform>
            <numerusform>%Ln choices exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new choice(s) imported.</source>
        <translation>
            <numerusform>%Ln new choice imported.</numerusform>
            <numerusform>%Ln new choices imported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file says something else than you chose for %Ln text(s).</source>
        <translation>
            <numerusform>The file says something else than you chose for %Ln text.</numerusform>
            <numerusform>The file says something else than you chose for %Ln texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftCard</name>
    <message numerus="yes">
        <source>Add the %Ln categor(y/ies) that has/have no rows</source>
        <translation>
            <numerusform>Add the category that has no rows</numerusform>
            <numerusform>Add the %Ln categories that have no rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) in use has/have no rows</source>
        <translation>
            <numerusform>%Ln category in use has no rows</numerusform>
            <numerusform>%Ln categories in use have no rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message numerus="yes">
        <source>See %Ln problem(s)</source>
        <translation>
            <numerusform>See %Ln problem</numerusform>
            <numerusform>See %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln question(s) left</source>
        <translation>
            <numerusform>%Ln question left</numerusform>
            <numerusform>%Ln questions left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln certain</source>
        <translation>
            <numerusform>%Ln certain</numerusform>
            <numerusform>%Ln certain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln likely</source>
        <translation>
            <numerusform>%Ln likely</numerusform>
            <numerusform>%Ln likely</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln open</source>
        <translation>
            <numerusform>%Ln open</numerusform>
            <numerusform>%Ln open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Before the draft: %Ln Amazon file(s) do(es) not say which categories it is for.</source>
        <translation>
            <numerusform>Before the draft: %Ln Amazon file does not say which categories it is for.</numerusform>
            <numerusform>Before the draft: %Ln Amazon files do not say which categories they are for.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{attribute}: %Ln SKU(s)</source>
        <translation>
            <numerusform>{attribute}: %Ln SKU</numerusform>
            <numerusform>{attribute}: %Ln SKUs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) has/have no Amazon file: nothing is drafted there</source>
        <translation>
            <numerusform>%Ln category has no Amazon file: nothing is drafted there</numerusform>
            <numerusform>%Ln categories have no Amazon file: nothing is drafted there</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) has/have no global category: choose one in VTEX</source>
        <translation>
            <numerusform>%Ln SKU has no global category: choose one in VTEX</numerusform>
            <numerusform>%Ln SKUs have no global category: choose one in VTEX</numerusform>
        </translation>
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
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropOverlay</name>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… and %Ln more</numerusform>
            <numerusform>… and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DroppedEditsDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s) left out</source>
        <translation>
            <numerusform>%Ln correction left out</numerusform>
            <numerusform>%Ln corrections left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileCardView</name>
    <message numerus="yes">
        <source>Makes %Ln more check(s) possible</source>
        <translation>
            <numerusform>Makes %Ln more check possible</numerusform>
            <numerusform>Makes %Ln more checks possible</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more check(s), once you say what it is for</source>
        <translation>
            <numerusform>%Ln more check, once you say what it is for</numerusform>
            <numerusform>%Ln more checks, once you say what it is for</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attribute(s)</source>
        <translation>
            <numerusform>%Ln attribute</numerusform>
            <numerusform>%Ln attributes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It is %Ln day(s) old, and Amazon changes its values. Download it again to be sure.</source>
        <translation>
            <numerusform>It is %Ln day old, and Amazon changes its values. Download it again to be sure.</numerusform>
            <numerusform>It is %Ln days old, and Amazon changes its values. Download it again to be sure.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) cannot run, because this export does not have: {columns}</source>
        <translation>
            <numerusform>%Ln check cannot run, because this export does not have: {columns}</numerusform>
            <numerusform>%Ln checks cannot run, because this export does not have: {columns}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChanges</name>
    <message numerus="yes">
        <source>What was stored of this work is damaged: the last %Ln change(s) cannot be read any more. All that came before is here.</source>
        <translation>
            <numerusform>What was stored of this work is damaged: the last %Ln change cannot be read any more. All that came before is here.</numerusform>
            <numerusform>What was stored of this work is damaged: the last %Ln changes cannot be read any more. All that came before is here.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln changed cell(s) still fit</source>
        <translation>
            <numerusform>%Ln changed cell still fits</numerusform>
            <numerusform>%Ln changed cells still fit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln correction(s) no longer fit and were left out</source>
        <translation>
            <numerusform>%Ln correction no longer fits and was left out</numerusform>
            <numerusform>%Ln corrections no longer fit and were left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileChips</name>
    <message numerus="yes">
        <source>%Ln more file(s)</source>
        <translation>
            <numerusform>%Ln more file</numerusform>
            <numerusform>%Ln more files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilesPage</name>
    <message numerus="yes">
        <source>See %Ln problem(s)</source>
        <translation>
            <numerusform>See %Ln problem</numerusform>
            <numerusform>See %Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) ran</source>
        <translation>
            <numerusform>%Ln check ran</numerusform>
            <numerusform>%Ln checks ran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more check(s)</source>
        <translation>
            <numerusform>%Ln more check</numerusform>
            <numerusform>%Ln more checks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FindPanel</name>
    <message numerus="yes">
        <source>Replace in %Ln cell(s)</source>
        <translation>
            <numerusform>Replace in %Ln cell</numerusform>
            <numerusform>Replace in %Ln cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %Ln cell(s)</source>
        <translation>
            <numerusform>In %Ln cell</numerusform>
            <numerusform>In %Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryBar</name>
    <message numerus="yes">
        <source>%Ln row(s) deleted</source>
        <translation>
            <numerusform>%Ln row deleted</numerusform>
            <numerusform>%Ln rows deleted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) added</source>
        <translation>
            <numerusform>%Ln row added</numerusform>
            <numerusform>%Ln rows added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln left as it is</source>
        <translation>
            <numerusform>%Ln left as it is</numerusform>
            <numerusform>%Ln left as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln put back on the list</source>
        <translation>
            <numerusform>%Ln put back on the list</numerusform>
            <numerusform>%Ln put back on the list</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) to “{value}”</source>
        <translation>
            <numerusform>%Ln cell to “{value}”</numerusform>
            <numerusform>%Ln cells to “{value}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s) of {column}</source>
        <translation>
            <numerusform>%Ln cell of {column}</numerusform>
            <numerusform>%Ln cells of {column}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s)</source>
        <translation>
            <numerusform>%Ln cell</numerusform>
            <numerusform>%Ln cells</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IgnoreDialog</name>
    <message numerus="yes">
        <source>Leave %Ln as it is</source>
        <translation>
            <numerusform>Leave %Ln as it is</numerusform>
            <numerusform>Leave %Ln as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln of this kind</source>
        <translation>
            <numerusform>The %Ln of this kind</numerusform>
            <numerusform>All %Ln of this kind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueSection</name>
    <message numerus="yes">
        <source>Use all %Ln suggestion(s)</source>
        <translation>
            <numerusform>Use the suggestion</numerusform>
            <numerusform>Use all %Ln suggestions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Delete %Ln row</numerusform>
            <numerusform>Delete all %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add the %Ln row(s)…</source>
        <translation>
            <numerusform>Add the %Ln row…</numerusform>
            <numerusform>Add the %Ln rows…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Draft the rows of the %Ln categor(y/ies)</source>
        <translation>
            <numerusform>Draft the rows of the category</numerusform>
            <numerusform>Draft the rows of the %Ln categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show all %Ln row(s)</source>
        <translation>
            <numerusform>Show %Ln row</numerusform>
            <numerusform>Show all %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueTypeEnding</name>
    <message numerus="yes">
        <source>No problem found by the %Ln check(s) that ran</source>
        <translation>
            <numerusform>No problem found by the %Ln check that ran</numerusform>
            <numerusform>No problem found by the %Ln checks that ran</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Review %Ln change(s)</source>
        <translation>
            <numerusform>Review %Ln change</numerusform>
            <numerusform>Review %Ln changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln check(s) did not run because a file, a column or a choice is missing</source>
        <translation>
            <numerusform>%Ln check did not run because a file, a column or a choice is missing</numerusform>
            <numerusform>%Ln checks did not run because a file, a column or a choice is missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln categor(y/ies) not checked for attributes and values: no Amazon file</source>
        <translation>
            <numerusform>%Ln category not checked for attributes and values: no Amazon file</numerusform>
            <numerusform>%Ln categories not checked for attributes and values: no Amazon file</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IssueTypesModel</name>
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
            <numerusform>%Ln SKU, with other kinds</numerusform>
            <numerusform>%Ln SKUs, with other kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It holds up %Ln SKU(s).</source>
        <translation>
            <numerusform>It holds up %Ln SKU.</numerusform>
            <numerusform>It holds up %Ln SKUs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing else holds up %Ln of them, as far as is known now.</source>
        <translation>
            <numerusform>Nothing else holds up %Ln of them, as far as is known now.</numerusform>
            <numerusform>Nothing else holds up %Ln of them, as far as is known now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fixed in the best order, it and those before it free %Ln SKU(s).</source>
        <translation>
            <numerusform>Fixed in the best order, it and those before it free %Ln SKU.</numerusform>
            <numerusform>Fixed in the best order, it and those before it free %Ln SKUs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookList</name>
    <message numerus="yes">
        <source>likely · %Ln row(s)</source>
        <translation>
            <numerusform>likely · %Ln row</numerusform>
            <numerusform>likely · %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookupTab</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln different errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MissingRowsCard</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln row(s)</source>
        <translation>
            <numerusform>Add %Ln row</numerusform>
            <numerusform>Add %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) still lack(s) something: fill it in here, or later.</source>
        <translation>
            <numerusform>%Ln row still lacks something: fill it in here, or later.</numerusform>
            <numerusform>%Ln rows still lack something: fill it in here, or later.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NamesBar</name>
    <message numerus="yes">
        <source>%Ln different name(s) in these messages:</source>
        <translation>
            <numerusform>%Ln name in these messages:</numerusform>
            <numerusform>%Ln different names in these messages:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more…</source>
        <translation>
            <numerusform>%Ln more…</numerusform>
            <numerusform>%Ln more…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnRows</name>
    <message numerus="yes">
        <source>Show all %Ln row(s)</source>
        <translation>
            <numerusform>Show the row</numerusform>
            <numerusform>Show all %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) say(s) “{name}”.</source>
        <translation>
            <numerusform>One row says “{name}”.</numerusform>
            <numerusform>%Ln rows say “{name}”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) can cause this error.</source>
        <translation>
            <numerusform>One row can cause this error.</numerusform>
            <numerusform>%Ln rows can cause this error.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A check finds something wrong in %Ln of them.</source>
        <translation>
            <numerusform>A check finds something wrong in one of them.</numerusform>
            <numerusform>A check finds something wrong in %Ln of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnSheetBar</name>
    <message numerus="yes">
        <source>Show the %Ln not explained</source>
        <translation>
            <numerusform>Show the one not explained</numerusform>
            <numerusform>Show the %Ln not explained</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show the %Ln still to fix</source>
        <translation>
            <numerusform>Show the one still to fix</numerusform>
            <numerusform>Show the %Ln still to fix</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them you have fixed already.</source>
        <translation>
            <numerusform>%Ln of them you have fixed already.</numerusform>
            <numerusform>%Ln of them you have fixed already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>They do not explain %Ln.</source>
        <translation>
            <numerusform>They do not explain %Ln.</numerusform>
            <numerusform>They do not explain %Ln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln name no SKU of your export.</source>
        <translation>
            <numerusform>%Ln names no SKU of your export.</numerusform>
            <numerusform>%Ln name no SKU of your export.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemActionBar</name>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Delete %Ln row</numerusform>
            <numerusform>Delete %Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Use for the %Ln selected</source>
        <translation>
            <numerusform>Use for the %Ln selected</numerusform>
            <numerusform>Use for the %Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProblemsPage</name>
    <message numerus="yes">
        <source>%Ln kind(s)</source>
        <translation>
            <numerusform>%Ln kind</numerusform>
            <numerusform>%Ln kinds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln set aside</source>
        <translation>
            <numerusform>%Ln left as it is</numerusform>
            <numerusform>%Ln left as they are</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message numerus="yes">
        <source>%Ln SKU(s) wait for it</source>
        <translation>
            <numerusform>%Ln SKU waits for it</numerusform>
            <numerusform>%Ln SKUs wait for it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One answer for all %Ln categor(y/ies) that it is about.</source>
        <translation>
            <numerusform>One answer for the category that it is about.</numerusform>
            <numerusform>One answer for all %Ln categories that it is about.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Guesses, the likeliest first (keys 1 to %Ln)</source>
        <translation>
            <numerusform>A guess (key %Ln)</numerusform>
            <numerusform>Guesses, the likeliest first (keys 1 to %Ln)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln attribute(s) of your categories</source>
        <translation>
            <numerusform>Or the attribute of your categories</numerusform>
            <numerusform>Or one of the %Ln attributes of your categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln theme(s)</source>
        <translation>
            <numerusform>Or the theme</numerusform>
            <numerusform>Or one of the %Ln themes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Or one of the %Ln accepted value(s)</source>
        <translation>
            <numerusform>Or the accepted value</numerusform>
            <numerusform>Or one of the %Ln accepted values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentDialog</name>
    <message numerus="yes">
        <source>%Ln correction(s)</source>
        <translation>
            <numerusform>%Ln correction</numerusform>
            <numerusform>%Ln corrections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln different error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln different errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s) left</source>
        <translation>
            <numerusform>%Ln problem left</numerusform>
            <numerusform>%Ln problems left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RemainingCard</name>
    <message numerus="yes">
        <source>%Ln SKU(s) are held up</source>
        <translation>
            <numerusform>%Ln SKU is held up</numerusform>
            <numerusform>%Ln SKUs are held up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln kind(s) with {problems} are left</source>
        <translation>
            <numerusform>%Ln kind with {problems} is left</numerusform>
            <numerusform>%Ln kinds with {problems} are left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln problem(s)</source>
        <translation>
            <numerusform>%Ln problem</numerusform>
            <numerusform>%Ln problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s) are ready.</source>
        <translation>
            <numerusform>%Ln SKU is ready.</numerusform>
            <numerusform>%Ln SKUs are ready.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ResultsPanel</name>
    <message numerus="yes">
        <source>%Ln message(s)</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RowActions</name>
    <message numerus="yes">
        <source>Delete %Ln row(s)</source>
        <translation>
            <numerusform>Delete %Ln row</numerusform>
            <numerusform>Delete %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sidebar</name>
    <message numerus="yes">
        <source>%Ln check(s) need another file or choice</source>
        <translation>
            <numerusform>%Ln check needs another file or choice</numerusform>
            <numerusform>%Ln checks need another file or choice</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkuStrip</name>
    <message numerus="yes">
        <source>%Ln ready</source>
        <translation>
            <numerusform>%Ln ready</numerusform>
            <numerusform>%Ln ready</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln held up</source>
        <translation>
            <numerusform>%Ln held up</numerusform>
            <numerusform>%Ln held up</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not sent</source>
        <translation>
            <numerusform>%Ln not sent</numerusform>
            <numerusform>%Ln not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln not known</source>
        <translation>
            <numerusform>%Ln not known</numerusform>
            <numerusform>%Ln not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them without Amazon’s values</source>
        <translation>
            <numerusform>%Ln of them without Amazon’s values</numerusform>
            <numerusform>%Ln of them without Amazon’s values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SkusPage</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln remark</numerusform>
            <numerusform>%Ln remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln SKU(s)</source>
        <translation>
            <numerusform>%Ln SKU</numerusform>
            <numerusform>%Ln SKUs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln error</numerusform>
            <numerusform>%Ln errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UncoveredCard</name>
    <message numerus="yes">
        <source>%Ln categor(y/ies) has/have no Amazon file</source>
        <translation>
            <numerusform>%Ln category has no Amazon file</numerusform>
            <numerusform>%Ln categories have no Amazon file</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{categories} and %Ln more</source>
        <translation>
            <numerusform>{categories} and %Ln more</numerusform>
            <numerusform>{categories} and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WholeSheetPage</name>
    <message numerus="yes">
        <source>%Ln row(s)</source>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
</context>
</TS>
