# Vad raderingen tar och vad som blir kvar
erasure-part-goes = { $kind }: { $fields }
erasure-part-stays = { $kind }: { $fields }
erasure-on-ground = grund: { $ground }
erasure-until = raderas { $date }
erasure-until-it-ends = raderas när grunden upphör
erasure-by-itself = Det som blir kvar raderas av sig självt när den sista grunden upphör. Du behöver inte begära det på nytt.
erasure-still-kept = Uppgift som bevaras
erasure-fields-all = alla uppgifter
erasure-stripped-count = Delvis raderade uppgifter
erasure-later = Uppgifterna kunde inte raderas ännu
erasure-later-text = Uppgifterna raderas av sig själva när den sista grunden upphör.
erasure-ground-by-law = enligt lag ska de här uppgifterna bevaras
erasure-ground-legal-claim = rättsligt anspråk
erasure-ground-authority-order = order av en myndighet
