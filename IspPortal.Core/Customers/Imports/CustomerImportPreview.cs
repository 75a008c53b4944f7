namespace IspPortal.Core.Customers.Imports;

/// <summary>What a file looks like, and which mapping is offered for it.</summary>
/// <param name="Sheets">Its sheets that have rows.</param>
/// <param name="Offered">One mapping a sheet: the chosen one, that of the last import with the same headings, or what the headings suggest.</param>
/// <param name="IsRemembered">Whether a person chose the offered mapping of some sheet.</param>
public sealed record CustomerImportPreview(IReadOnlyList<CustomerImportSheet> Sheets, IReadOnlyList<CustomerImportMapping> Offered, bool IsRemembered);
