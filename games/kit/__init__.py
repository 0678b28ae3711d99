"""Everything a game may use: the contract, fingers, tasks, geometry, the canvas."""
