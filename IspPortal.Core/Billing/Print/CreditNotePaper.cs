using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Documents;

namespace IspPortal.Core.Billing.Print;

/// <summary>A credit note as it goes to the customer: the sheet of its page, its print and its PDF are made of this.</summary>
public sealed record CreditNotePaper : IPrintedDocument
{
    /// <summary>The credit note.</summary>
    public required CreditNoteDetails Note { get; init; }

    /// <summary>The invoice that it corrects, with the letterhead of both.</summary>
    public required InvoicePaper On { get; init; }

    /// <summary>The customer's language, <c>id</c> or <c>en</c>.</summary>
    public string Language => On.Language;

    /// <inheritdoc />
    public string FileName => string.Concat(Note.Row.Number.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
}
