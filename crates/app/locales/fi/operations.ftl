# operations
