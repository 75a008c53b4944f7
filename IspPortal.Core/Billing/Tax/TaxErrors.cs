using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Tax;

/// <summary>Expected failures with taxes.</summary>
public static class TaxErrors
{
    /// <summary>The month has not begun, or lies before the year 2000.</summary>
    public static Error BadMonth { get; } = new("tax.bad_month", ErrorKind.Invalid);

    /// <summary>No invoice of the month needs a faktur.</summary>
    public static Error NothingToFile { get; } = new("tax.nothing_to_file", ErrorKind.NotFound);

    /// <summary>What {0} fakturs need is not known; nothing was written.</summary>
    public static Error DataMissing(int fakturs) => new("tax.data_missing", ErrorKind.Conflict, fakturs);

    /// <summary>Nothing is withheld of this invoice, or it was taken back.</summary>
    public static Error NothingWithheld { get; } = new("tax.nothing_withheld", ErrorKind.Conflict);

    /// <summary>Its slip is recorded already.</summary>
    public static Error AlreadyProven { get; } = new("tax.already_proven", ErrorKind.Conflict);

    /// <summary>The slip is not about what was withheld ({0}).</summary>
    public static Error OtherAmount(Money withheld) => new("tax.other_amount", ErrorKind.Conflict, withheld);
}
