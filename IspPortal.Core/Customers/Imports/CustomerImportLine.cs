namespace IspPortal.Core.Customers.Imports;

/// <summary>What was found about one row of a file, and what became of it. The row itself is in the <see cref="CustomerImportContent"/>.</summary>
internal sealed class CustomerImportLine
{
    public const int MaxName = 200;
    public const int MaxPhone = 32;
    public const int MaxKey = 320;

    public required Guid ImportId { get; init; }

    /// <summary>Its line in the file.</summary>
    public required int Number { get; init; }

    public CustomerImportVerdict Verdict { get; set; }

    /// <summary>Whether a customer is made of it.</summary>
    public bool IsChosen { get; set; }

    public required string Name { get; set; }

    public string? Phone { get; set; }

    public string? ExternalCode { get; set; }

    /// <summary>By what it is found in the list of rows.</summary>
    public required string SearchKey { get; set; }

    /// <summary>JSON of the <see cref="Common.Results.FieldError"/>s that make it wrong: fields, codes and limits, none of its values.</summary>
    public string? Problems { get; set; }

    public CustomerImportMatch? Match { get; set; }

    /// <summary>The customer it is, or may be.</summary>
    public Guid? OtherId { get; set; }

    /// <summary>The row before that it repeats, or may.</summary>
    public int? OtherNumber { get; set; }

    /// <summary>The customer that was made of it.</summary>
    public Guid? CustomerId { get; set; }
}
