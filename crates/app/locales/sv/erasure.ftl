# Vad raderingen tar och vad som blir kvar
erasure-part-goes = { $kind }: { $fields }
erasure-part-stays = { $kind }: { $fields }
erasure-on-ground = grund: { $ground }
erasure-until = raderas { $date }
erasure-until-it-ends = raderas när grunden upphör
erasure-by-itself = Det som blir kvar raderas av sig självt när den sista grunden upphör. Du behöver inte begära det på nytt.
erasure-still-kept = Uppgift som bevaras
erasure-kept-no-more = Ingenting. Grunden för att bevara uppgifterna har upphört, och också resten har raderats eller raderas av sig självt inom ett dygn.
erasure-fields-all = alla uppgifter
erasure-counts = Vad som blir kvar i statistiken
erasure-counts-only = Av dina uppgifter blir ingenting kvar. I statistiken blir bara siffror kvar, och om dem berättas nedan.
erasure-stripped-count = Delvis raderade uppgifter
erasure-later = Uppgifterna kunde inte raderas ännu
erasure-later-text = Uppgifterna raderas av sig själva när den sista grunden upphör.
erasure-ground-by-law = enligt lag ska de här uppgifterna bevaras
erasure-ground-restriction = behandlingen är begränsad
erasure-ground-legal-claim = rättsligt anspråk
erasure-ground-authority-order = order av en myndighet
erasure-ground-open-collection = pågående indrivning
erasure-ground-hold = uppgiften berättar varför något annat bevaras
erasure-ground-record = uppgiften som utlämnandet gäller finns ännu kvar
erasure-open-request = En dataskyddsbegäran om de här uppgifterna är anhängig, och därför kan de inte raderas ännu.
erasure-open-request-next = Radera uppgifterna när begäran är avgjord. Personen själv kan radera sina uppgifter när som helst.

# Ångertid
erasure-cooling = Du kan ännu ändra dig
erasure-cooling-text = Uppgifterna raderas { $date }. Fram till dess ser ingen annan dem, och du kan ångra raderingen på den här sidan. Efter det kan raderingen inte ångras, och inte heller vi kan återställa uppgifterna.
erasure-submit = Radera mina uppgifter
erasure-waits = Dina uppgifter raderas { $date }
erasure-waits-text = Fram till dess ser ingen annan dina uppgifter, och du kan ångra raderingen på sidan för dina egna uppgifter under Radera alla dina uppgifter. Efter det kan raderingen inte ångras och uppgifterna inte återställas.
erasure-stay = Ångra raderingen
erasure-stays = Raderingen har ångrats
erasure-stays-text = Dina uppgifter finns kvar och behandlas igen så som dataskyddsbeskrivningen berättar.
erasure-too-late = Raderingen kan inte längre ångras
erasure-too-late-text = Tiden som du fick veta har kommit, eller så har raderingen redan ångrats.
