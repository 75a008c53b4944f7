using System.Globalization;

namespace IspPortal.Core.Billing.Print;

/// <summary>The fixed words of a <see cref="ReceiptSlip"/> in one language; none is wider than half a slip.</summary>
internal sealed record ReceiptSlipWords(
    CultureInfo Culture, string Title, string Copy, string Number, string ReceivedAt, string ReceivedBy, string Payer, string Total, string CreditLeft, string Thanks, string RefundTitle, string PaidAt, string Payee, string Signed)
{
    private static readonly ReceiptSlipWords Indonesian = new(CultureInfo.GetCultureInfo("id-ID"), "BUKTI PEMBAYARAN", "SALINAN", "No.", "Diterima", "Kasir", "Dari", "TOTAL", "Sisa saldo", "Terima kasih", "PENGEMBALIAN DANA", "Dibayar", "Kepada", "Diterima oleh");

    private static readonly ReceiptSlipWords English = new(CultureInfo.GetCultureInfo("en-GB"), "RECEIPT", "COPY", "No.", "Received", "By", "From", "TOTAL", "Credit left", "Thank you", "REFUND", "Paid", "To", "Received by");

    public static ReceiptSlipWords Of(string language) => language.StartsWith("id", StringComparison.OrdinalIgnoreCase) ? Indonesian : English;
}
