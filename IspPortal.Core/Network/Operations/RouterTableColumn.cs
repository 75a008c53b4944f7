namespace IspPortal.Core.Network.Operations;

/// <summary>One column of a router's table.</summary>
/// <param name="Property">The router's own name of the property.</param>
/// <param name="IsFigure">Whether it is a number to be aligned and compared.</param>
/// <param name="Importance">1 is always shown, 3 goes first on narrow screens.</param>
public sealed record RouterTableColumn(string Property, bool IsFigure = false, int Importance = 1);
