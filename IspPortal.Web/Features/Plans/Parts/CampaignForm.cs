using System.Globalization;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Web.Shared.Formatting;

namespace IspPortal.Web.Features.Plans.Parts;

/// <summary>A campaign as text while it is typed; its moments are those of the reader's clock.</summary>
internal sealed class CampaignForm
{
    private const string Moment = "yyyy-MM-dd'T'HH:mm";

    public string Name { get; set; } = "";

    public string From { get; set; } = "";

    public string To { get; set; } = "";

    /// <summary><c>factor</c> or <c>speed</c>.</summary>
    public string How { get; set; } = "factor";

    public string Factor { get; set; } = "200";

    public string Down { get; set; } = "";

    public string Up { get; set; } = "";

    public string Reason { get; set; } = "";

    public KickChoice Kicks { get; init; } = new();

    public HashSet<Guid> PlanIds { get; init; } = [];

    public static CampaignForm Of(SaveCampaignRequest campaign, ReaderFormat format) => new()
    {
        Name = campaign.Name,
        From = format.ToReader(campaign.StartsAtUtc).ToString(Moment, CultureInfo.InvariantCulture),
        To = format.ToReader(campaign.EndsAtUtc).ToString(Moment, CultureInfo.InvariantCulture),
        How = campaign.FactorPercent is null ? "speed" : "factor",
        Factor = campaign.FactorPercent?.ToString(CultureInfo.InvariantCulture) ?? "",
        Down = FormReader.TextOf(campaign.DownBitsPerSecond),
        Up = FormReader.TextOf(campaign.UpBitsPerSecond),
        Reason = campaign.Reason ?? "",
        Kicks = KickChoice.Of(campaign.Kicks),
        PlanIds = [.. campaign.PlanIds],
    };

    public Result<SaveCampaignRequest> Read(ReaderFormat format)
    {
        var reader = new FormReader();
        if (From.Length == 0)
        {
            reader.Missing("startsAtUtc");
        }

        if (To.Length == 0)
        {
            reader.Missing("endsAtUtc");
        }

        var isFactor = How == "factor";
        var (from, to) = (reader.Moment("startsAtUtc", From), reader.Moment("endsAtUtc", To));
        var request = new SaveCampaignRequest(Name.Trim(), [.. PlanIds], from is { } start ? format.FromReader(start) : default, to is { } end ? format.FromReader(end) : default)
        {
            FactorPercent = isFactor ? reader.Needed("factorPercent", Factor) : null,
            DownBitsPerSecond = isFactor ? null : reader.NeededSpeed("downBitsPerSecond", Down),
            UpBitsPerSecond = isFactor ? null : reader.NeededSpeed("upBitsPerSecond", Up),
            Kicks = Kicks.Read(reader),
            Reason = FormReader.NullIfBlank(Reason),
        };
        return reader.Error is { } error ? error : request;
    }
}
