# feedback
