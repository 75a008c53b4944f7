using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Billing.Corrections;

/// <summary>Expected failures with corrections.</summary>
public static class CorrectionErrors
{
    /// <summary>There is no such credit note.</summary>
    public static Error CreditNoteNotFound { get; } = new("corrections.credit_note_not_found", ErrorKind.NotFound);

    /// <summary>Only an issued invoice or debit note that was not given up can be credited.</summary>
    public static Error NotCreditable { get; } = new("corrections.not_creditable", ErrorKind.Conflict);

    /// <summary>More than is left of a line, or nothing at all.</summary>
    public static Error TooMuch { get; } = new("corrections.too_much", ErrorKind.Invalid);

    /// <summary>Nothing of it is open.</summary>
    public static Error NothingOpen { get; } = new("corrections.nothing_open", ErrorKind.Conflict);

    /// <summary>Something else was issued under that key already.</summary>
    public static Error KeyReused { get; } = new("corrections.key_reused", ErrorKind.Conflict);
}
