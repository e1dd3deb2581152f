# How issues are shown, and the sentences of those that a plan gets before it is adopted.

check-proposal = proposal: { $text }
