using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IspPortal.Core.Billing.Receipts;

namespace IspPortal.Infrastructure.Billing.Receipts;

/// <summary>Names what a payment is, so that something else under the same key is seen.</summary>
internal static class ReceiptFingerprint
{
    public static string Of(BookReceiptRequest request)
    {
        var text = new StringBuilder();
        foreach (var part in request.Money)
        {
            text.Append(CultureInfo.InvariantCulture, $"{part.Method}/{part.Place.Trim()}/{part.Amount.Minor}|");
        }

        foreach (var payer in request.Payers)
        {
            text.Append(CultureInfo.InvariantCulture, $"{payer.BillingAccountId:N}/{payer.Amount.Minor}|");
            foreach (var (bill, amount) in (payer.Chosen ?? new Dictionary<Guid, Core.Common.Money.Money>()).OrderBy(choice => choice.Key))
            {
                text.Append(CultureInfo.InvariantCulture, $"{bill:N}/{amount.Minor}|");
            }
        }

        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..32];
    }
}
