namespace IspPortal.Core.Billing.Print;

/// <summary>One data object of a <see cref="Qris"/>.</summary>
/// <param name="Tag">Two digits.</param>
/// <param name="Value">What it holds.</param>
internal readonly record struct QrisField(string Tag, string Value);
