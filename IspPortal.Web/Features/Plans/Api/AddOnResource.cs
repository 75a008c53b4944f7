using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>An add-on as it is kept.</summary>
/// <param name="Id">The add-on.</param>
/// <param name="Currency">Of its price.</param>
/// <param name="Content">What it is.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
internal sealed record AddOnResource(Guid Id, string Currency, AddOnBody Content, DateTime CreatedAtUtc)
{
    public static AddOnResource Of(AddOnRow row)
    {
        var c = row.Content;
        return new(
            row.Id,
            c.Price.Currency.Code,
            new(c.Code, c.Name, c.Kind, c.Price.Minor, c.IsOneTime, c.Description, c.TaxCode, c.SpeedPercent, c.NightFrom, c.NightTo, c.ReconnectsSessions, c.PlanIds, c.IsActive, row.Version),
            row.CreatedAtUtc);
    }
}
