# Selosteen esitys
