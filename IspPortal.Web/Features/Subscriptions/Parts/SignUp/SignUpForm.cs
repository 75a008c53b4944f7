using System.Globalization;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.SignUps;
using IspPortal.Web.Features.Plans.Parts;

namespace IspPortal.Web.Features.Subscriptions.Parts.SignUp;

/// <summary>A sign-up as it is typed.</summary>
public sealed class SignUpForm
{
    private const string DayFormat = "yyyy-MM-dd";

    public Guid? CustomerId { get; set; }

    public string Address { get; set; } = "";

    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public Guid? PlanId { get; set; }

    public Guid? PriceId { get; set; }

    public Guid? RouterId { get; set; }

    public string Username { get; set; } = "";

    public string FixedAddress { get; set; } = "";

    public string CallerId { get; set; } = "";

    public Guid? BillingAccountId { get; set; }

    public string StartsOn { get; set; } = "";

    public string InstallationFee { get; set; } = "";

    public bool IsTrial { get; set; }

    public bool ActivateNow { get; set; }

    public string Note { get; set; } = "";

    /// <summary>How many of which add-on.</summary>
    public Dictionary<Guid, int> AddOns { get; } = [];

    /// <summary>A promotion that is given without a coupon, or null.</summary>
    public Guid? PromotionId { get; set; }

    /// <summary>What the customer says; counts when no promotion is chosen.</summary>
    public string Coupon { get; set; } = "";

    /// <summary>The add-ons that can be had beside the plan, for prices and the summary.</summary>
    public IReadOnlyList<AddOnRow> Offered { get; set; } = [];

    /// <summary>The chosen plan with its price, for the summary; read again when the sign-up is gone on with.</summary>
    public PlanRow? Plan { get; set; }

    /// <summary>The price that was looked at.</summary>
    public PlanPriceRow? Price { get; set; }

    /// <summary>The chosen router's name, for the summary.</summary>
    public string? RouterName { get; set; }

    /// <summary>The first day as it can be read; today while it cannot.</summary>
    public DateOnly Start => DateOnly.TryParseExact(StartsOn, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : Today;

    private DateOnly Today { get; set; }

    public static SignUpForm Of(SignUpContent content, DateOnly today)
    {
        var form = New(content, today);
        foreach (var addOn in content.AddOns)
        {
            form.AddOns[addOn.AddOnId] = addOn.Quantity;
        }

        return form;
    }

    private static SignUpForm New(SignUpContent content, DateOnly today) => new()
    {
        PromotionId = content.Promotion?.PromotionId,
        Coupon = content.Promotion?.Coupon ?? "",
        Today = today,
        CustomerId = content.CustomerId,
        Address = content.Address ?? "",
        Latitude = content.Latitude,
        Longitude = content.Longitude,
        PlanId = content.PlanId,
        PriceId = content.PriceId,
        RouterId = content.RouterId,
        Username = content.Username ?? "",
        FixedAddress = content.FixedAddress ?? "",
        CallerId = content.CallerId ?? "",
        BillingAccountId = content.BillingAccountId,
        StartsOn = (content.StartsOn ?? today).ToString(DayFormat, CultureInfo.InvariantCulture),
        InstallationFee = content.InstallationFee is { } fee ? FormReader.TextOf(fee) : "",
        IsTrial = content.IsTrial,
        ActivateNow = content.ActivateNow,
        Note = content.Note ?? "",
    };

    /// <summary>The step on which a field stands.</summary>
    public static SignUpStep StepOf(string field) => field switch
    {
        "address" or "latitude" or "longitude" => SignUpStep.Place,
        "planId" or "addOns" or "promotionId" or "promotion" or "coupon" => SignUpStep.Plan,
        "routerId" or "username" or "fixedAddress" or "callerId" => SignUpStep.Router,
        "billingAccountId" or "startsOn" or "installationFee" or "note" => SignUpStep.Account,
        _ => SignUpStep.Customer,
    };

    internal Result<SignUpContent> Read()
    {
        var reader = new FormReader();
        var starts = reader.Day("startsOn", StartsOn);
        var fee = string.IsNullOrWhiteSpace(InstallationFee) ? (Core.Common.Money.Money?)null : reader.Amount("installationFee", InstallationFee);
        return reader.Error is { } failure
            ? failure
            : new SignUpContent
            {
                CustomerId = CustomerId,
                Address = FormReader.NullIfBlank(Address),
                Latitude = Latitude,
                Longitude = Longitude,
                PlanId = PlanId,
                PriceId = PriceId,
                RouterId = RouterId,
                Username = FormReader.NullIfBlank(Username),
                FixedAddress = FormReader.NullIfBlank(FixedAddress),
                CallerId = FormReader.NullIfBlank(CallerId),
                BillingAccountId = BillingAccountId,
                StartsOn = starts,
                InstallationFee = fee,
                IsTrial = IsTrial,
                ActivateNow = ActivateNow,
                Note = FormReader.NullIfBlank(Note),
                AddOns = [.. AddOns.Where(a => a.Value > 0).Select(a => new WantedAddOn(a.Key, a.Value, Offered.FirstOrDefault(o => o.Id == a.Key)?.Content.Price))],
                Promotion = PromotionId is { } promotion ? new WantedPromotion(promotion) : FormReader.NullIfBlank(Coupon) is { } coupon ? new WantedPromotion(Coupon: coupon) : null,
            };
    }

    /// <summary>What a step still lacks, or null.</summary>
    internal Error? Refuse(SignUpStep step)
    {
        string? missing = step switch
        {
            SignUpStep.Customer when CustomerId is null => "customerId",
            SignUpStep.Plan when PlanId is null || PriceId is null => "planId",
            SignUpStep.Router when RouterId is null => "routerId",
            SignUpStep.Account when BillingAccountId is null => "billingAccountId",
            _ => null,
        };
        return missing is null ? null : CommonErrors.Invalid([new FieldError(missing, "common.required")]);
    }
}
