using IspPortal.Core.Documents;

namespace IspPortal.Core.Billing.Print;

/// <summary>Many bills as one document, each in its customer's language and on pages of its own.</summary>
/// <param name="Bills">The bills, in order.</param>
public sealed record InvoiceBundlePaper(IReadOnlyList<InvoicePaper> Bills) : IPrintedDocument
{
    /// <inheritdoc />
    public string FileName => "bills";
}
