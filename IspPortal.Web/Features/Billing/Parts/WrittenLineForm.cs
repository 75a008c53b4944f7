using System.Globalization;
using IspPortal.Core.Billing.Corrections;

namespace IspPortal.Web.Features.Billing.Parts;

/// <summary>A line of a bill while a person writes it.</summary>
internal sealed class WrittenLineForm
{
    public string Text { get; set; } = "";

    public string Quantity { get; set; } = "1";

    public string Price { get; set; } = "";

    public string TaxCode { get; set; } = "";

    /// <summary>What is written; null while an amount is none.</summary>
    public WrittenLine? Read() => int.TryParse(Quantity.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var quantity) && BillingWords.RupiahOf(Price) is { } price
        ? new WrittenLine(Text, quantity, price, TaxCode)
        : null;
}
