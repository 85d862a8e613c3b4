"""The guided path as a state machine: where the person is, what is done, what is left. It draws nothing."""
