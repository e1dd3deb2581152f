# The pasted table: questions, preview, page and command.
pasted-ask-direction = “{ $found }” has neither ≥ nor ≤: is more (cresce) or less (cala) of this indicator better?
pasted-ask-no-target = There is no target. In the document the cell may have been merged with the one above: write the target here, or leave it blank if there is none.
pasted-ask-no-indicator = There is a target without an indicator: of which indicator is it?
pasted-ask-row = Is it the rest of the row above, cut off, or does it not belong to the plan?
pasted-ask-year = The column is called “{ $found }” but the plan is of { $year }: are these the plan's targets, or those of another year?
pasted-ask-column = The table has no header. By its content this column seems to be “{ $role }”: is that right?
pasted-ask-slipped = The cells of this row do not stand under their columns: write them in their place, or say what the row is.

pasted-summary = { $tables ->
    [one] One table
   *[other] { $tables } tables
    }, { $rows } rows that hold something; year: { $year }.
pasted-year-unknown = no header says it
pasted-column-line = row
pasted-column-code = code
pasted-column-level = level
pasted-column-title = title
pasted-column-weight = weight
pasted-column-target = target
pasted-not-understood = not understood
pasted-moved = the cells had slipped to the side and were put back under their columns
pasted-proposals = For example: { $proposals }
pasted-left-out = Beside the tables, not part of the plan:
pasted-skipped = Skipped, repeated headers and heads of pages: rows { $lines }.
pasted-count = Rows understood without help: { $understood }. With one answer: { $one }. With more answers: { $more }. Not understood: { $not }.

cli-arg-table = A pasted table: a text, CSV or HTML file; with - standard input
cli-arg-plan-year = The year of the table's plan. Without it, that of its headers
cli-arg-ipa = The IPA code of the body: needed to save a table
cli-arg-name = The name of the body. Without it, the IPA code
cli-arg-levels = The names of the levels from the top, separated by ;
cli-arg-out = The new folder to write the table's plan into
cli-name-table = FILE
cli-name-plan-year = YEAR
cli-name-ipa = CODE
cli-name-name = NAME
cli-name-levels = LEVELS
cli-name-out = FOLDER
cli-table-ipa-missing = Saving needs the IPA code of the body: --ipa cciaa_mo
cli-table-ipa-wrong = “{ $found }” is no IPA code: it is written with letters, digits, “_”, “-” and “.”, 64 at most.
cli-table-year-missing = The headers do not say of which year the plan is: --year 2021
cli-table-unreadable = The file “{ $found }” cannot be read: { $error }
cli-table-plan-there = The database has the plan { $plan } already, which stays as it was. Write the table into a folder with --out, compare it, then import the folder.
cli-table-folder-full = The folder “{ $target }” is not empty: choose a new one.
