# The pasted table: questions, preview, page and command.
pasted-ask-direction = “{ $found }” has neither ≥ nor ≤: is more (cresce) or less (cala) of this indicator better?
pasted-ask-no-target = There is no target. In the document the cell may have been merged with the one above: write the target here, or leave it blank if there is none.
pasted-ask-no-indicator = There is a target without an indicator: of which indicator is it?
pasted-ask-row = Is it the rest of the row above, cut off, or does it not belong to the plan?
pasted-ask-year = The column is called “{ $found }” but the plan is of { $year }: are these the plan's targets, or those of another year?
pasted-ask-column = The table has no header. By its content this column seems to be “{ $role }”: is that right?
pasted-ask-slipped = The cells of this row do not stand under their columns: write them in their place, or say what the row is.
