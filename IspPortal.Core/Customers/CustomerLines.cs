namespace IspPortal.Core.Customers;

/// <summary>How many lines a customer has, by where they stand.</summary>
/// <param name="Pending">Ordered, not yet running.</param>
/// <param name="Active">Running.</param>
/// <param name="Suspended">Held for whatever reason.</param>
/// <param name="Ended">Ended for good.</param>
public readonly record struct CustomerLines(int Pending, int Active, int Suspended, int Ended);
