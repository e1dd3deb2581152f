# Collecting readings: what is missing, what was saved, what was checked.

store-key-used = The key of this save already belongs to another reading: reload the page and save again. ({ $database })
