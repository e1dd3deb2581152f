# The effect of the draft while one types in its forms.

live-said = { $name }: from { $before } to { $after }. Scores that change: { $count }. New issues: { $issues }.
live-said-none = No score changes. New issues: { $issues }.
live-look = See
live-unknown = What is shown below does not take the last changes into account: to see their effect there is the button at the end of the form.

draft-group-more = Other data
draft-move-note = With another objective the indicator goes there as it is, with its weight, targets and answers; the register has it as removed from one and inserted in the other.
draft-field-riferimento = Objective of another plan that it refers to
draft-field-tipologia = Kind: new, maintained, extraordinary
draft-field-beneficio = Expected benefit
draft-field-risultato = Result, in words
draft-field-missione = Budget mission
draft-field-pira = Part of the PIRA
draft-field-complessita = Difficulty: complexity
draft-field-capacita = Difficulty: capability and knowledge
draft-field-innovazione = Difficulty: innovation and simplification
draft-no-mark = A mark of difficulty is a number from 0 to 100, for example 30.
draft-left-targets = The proposal has changed the target of the year only. Left as they were: { $targets }. See whether these are to be changed as well.
