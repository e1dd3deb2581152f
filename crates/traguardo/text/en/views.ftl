# The views of a plan: years side by side, cascade, lists, targets read, questions.

fault-other-site = The request does not come from these pages
fault-other-site-sentence = The form was sent by another site, or the browser does not say where it comes from. Nothing has changed: open the page from here and send it again.
