# Checks
