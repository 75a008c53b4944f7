namespace IspPortal.Web.Shared.Formatting;

/// <summary>A number and its unit, apart so that the unit can be dimmed.</summary>
/// <param name="Number">The figure in the reader's culture; <c>–</c> when unknown.</param>
/// <param name="Unit">Its unit; empty when unknown.</param>
public readonly record struct Quantity(string Number, string Unit)
{
    public static Quantity Unknown { get; } = new("–", "");

    public override string ToString() => Unit.Length == 0 ? Number : $"{Number} {Unit}";
}
