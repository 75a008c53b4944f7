using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>An add-on as text while it is typed.</summary>
internal sealed class AddOnForm
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Kind { get; set; } = nameof(AddOnKind.StaticIp);

    public string Description { get; set; } = "";

    public string Price { get; set; } = "";

    public bool IsOneTime { get; set; }

    public string TaxCode { get; set; } = "ppn";

    public string SpeedPercent { get; set; } = "200";

    public string NightFrom { get; set; } = "22:00";

    public string NightTo { get; set; } = "06:00";

    public bool ReconnectsSessions { get; set; }

    public bool IsActive { get; set; } = true;

    public HashSet<Guid> PlanIds { get; init; } = [];

    public static AddOnForm Of(SaveAddOnRequest addOn) => new()
    {
        Code = addOn.Code,
        Name = addOn.Name,
        Kind = addOn.Kind.ToString(),
        Description = addOn.Description ?? "",
        Price = FormReader.TextOf(addOn.Price) is { Length: > 0 } price ? price : "0",
        IsOneTime = addOn.IsOneTime,
        TaxCode = addOn.TaxCode,
        SpeedPercent = addOn.SpeedPercent?.ToString(CultureInfo.InvariantCulture) ?? "200",
        NightFrom = addOn.NightFrom?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "22:00",
        NightTo = addOn.NightTo?.ToString("HH:mm", CultureInfo.InvariantCulture) ?? "06:00",
        ReconnectsSessions = addOn.ReconnectsSessions,
        IsActive = addOn.IsActive,
        PlanIds = [.. addOn.PlanIds],
    };

    public Result<SaveAddOnRequest> Read()
    {
        var reader = new FormReader();
        var kind = Enum.Parse<AddOnKind>(Kind);
        var isNight = kind == AddOnKind.NightSpeed;
        var request = new SaveAddOnRequest(Code.Trim(), Name.Trim(), kind, reader.NeededAmount("price", Price), IsOneTime)
        {
            Description = FormReader.NullIfBlank(Description),
            TaxCode = TaxCode.Trim(),
            SpeedPercent = isNight ? reader.Whole("speedPercent", SpeedPercent) : null,
            NightFrom = isNight ? reader.Hour("nightFrom", NightFrom) : null,
            NightTo = isNight ? reader.Hour("nightTo", NightTo) : null,
            ReconnectsSessions = isNight && ReconnectsSessions,
            PlanIds = [.. PlanIds],
            IsActive = IsActive,
        };
        return reader.Error is { } error ? error : request;
    }
}
