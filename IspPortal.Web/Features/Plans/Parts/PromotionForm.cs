using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>A promotion as text while it is typed.</summary>
internal sealed class PromotionForm
{
    public string Name { get; set; } = "";

    public string Kind { get; set; } = nameof(PromotionKind.Percent);

    public string Percent { get; set; } = "";

    public string Amount { get; set; } = "";

    public string PayPeriods { get; set; } = "10";

    public string GetPeriods { get; set; } = "12";

    public string Periods { get; set; } = "";

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    public string Coupon { get; set; } = "";

    public string MaxUses { get; set; } = "";

    public string Description { get; set; } = "";

    public bool NewCustomersOnly { get; set; }

    public bool IsActive { get; set; } = true;

    public HashSet<Guid> PlanIds { get; init; } = [];

    public static PromotionForm Of(SavePromotionRequest promotion) => new()
    {
        Name = promotion.Name,
        Kind = promotion.Kind.ToString(),
        Percent = Text(promotion.Percent),
        Amount = FormReader.TextOf(promotion.Amount),
        PayPeriods = Text(promotion.PayPeriods),
        GetPeriods = Text(promotion.GetPeriods),
        Periods = Text(promotion.Periods),
        From = Text(promotion.ValidFromOn),
        To = Text(promotion.ValidToOn),
        Coupon = promotion.Coupon ?? "",
        MaxUses = Text(promotion.MaxUses),
        Description = promotion.Description ?? "",
        NewCustomersOnly = promotion.NewCustomersOnly,
        IsActive = promotion.IsActive,
        PlanIds = [.. promotion.PlanIds],
    };

    public Result<SavePromotionRequest> Read()
    {
        var reader = new FormReader();
        var kind = Enum.Parse<PromotionKind>(Kind);
        if (From.Length == 0)
        {
            reader.Missing("validFromOn");
        }

        var request = new SavePromotionRequest(Name.Trim(), kind, reader.Day("validFromOn", From) ?? default, reader.Day("validToOn", To))
        {
            Coupon = FormReader.NullIfBlank(Coupon),
            Description = FormReader.NullIfBlank(Description),
            Percent = kind == PromotionKind.Percent ? reader.Whole("percent", Percent) : null,
            Amount = kind == PromotionKind.Amount ? reader.Amount("amount", Amount) : Money.Zero,
            PayPeriods = kind == PromotionKind.PayNGetM ? reader.Whole("payPeriods", PayPeriods) : null,
            GetPeriods = kind == PromotionKind.PayNGetM ? reader.Whole("getPeriods", GetPeriods) : null,
            Periods = kind == PromotionKind.PayNGetM ? null : reader.Whole("periods", Periods),
            MaxUses = reader.Whole("maxUses", MaxUses),
            NewCustomersOnly = NewCustomersOnly,
            PlanIds = [.. PlanIds],
            IsActive = IsActive,
        };
        return reader.Error is { } error ? error : request;
    }

    private static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
