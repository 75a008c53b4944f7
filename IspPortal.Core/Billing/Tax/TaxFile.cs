namespace IspPortal.Core.Billing.Tax;

/// <summary>A file for the tax office.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Fakturs">How many fakturs are in it.</param>
/// <param name="Parts">Into how many files the month is cut.</param>
public sealed record TaxFile(string Name, ReadOnlyMemory<byte> Content, int Fakturs, int Parts);
