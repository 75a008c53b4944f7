using IspPortal.Core.Common.Money;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Plans;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Plans;

/// <summary>The services of plans over a real database, and where a rig is given over its routers; the clock is the test's.</summary>
internal sealed class PlanScene
{
    public static readonly SavePlanRequest Home20 = new("Home 20", "HOME-20", AccessService.Pppoe, new PlanSpeed(20_000_000, 10_000_000))
    {
        Terms = new PlanTerms(Money.Idr(200_000)) { InstallationFee = Money.Idr(250_000) },
    };

    public PlanScene(PortalDatabase database, ManualClock clock, ProvisioningRig? rig = null, params string[] permissions)
    {
        var actor = new TestActor(permissions.Length == 0 ? [.. RolePermissions.All] : permissions);
        var factory = database.FactoryAs(actor.Actor);
        var calendar = new PlanCalendar(new SettingsOf<CompanySettings>(() => new()), clock);
        Usage = new OwnedPlanUsage(factory, calendar);
        Catalog = new PlanCatalog(factory, actor, Usage, calendar);
        Editor = new PlanEditor(factory, actor, Usage, calendar, clock);
        AddOns = new PlanAddOns(factory, actor, clock);
        Promotions = new PlanPromotions(factory, actor, calendar, clock);
        Campaigns = new SpeedCampaigns(factory, actor, clock);
        Search = new PlanSearch(factory, actor);
        var profiles = new RouterProfiles(database.Source, rig?.Reader!, clock);
        Forecast = new PlanForecast(factory, actor, Usage, profiles, calendar, clock);
        Profiles = new PlanProfiles(factory, actor, Usage, profiles, rig?.Drafts!, clock);
        Runner = new SpeedCampaignRunner(factory, Usage, profiles, rig?.Drafts!, rig?.Plans!, clock);
    }

    public OwnedPlanUsage Usage { get; }

    public PlanCatalog Catalog { get; }

    public PlanEditor Editor { get; }

    public PlanAddOns AddOns { get; }

    public PlanPromotions Promotions { get; }

    public SpeedCampaigns Campaigns { get; }

    public PlanSearch Search { get; }

    public PlanForecast Forecast { get; }

    public PlanProfiles Profiles { get; }

    public SpeedCampaignRunner Runner { get; }

    public async Task<Guid> AddAsync(SavePlanRequest? plan = null)
    {
        var added = await Editor.AddAsync(plan ?? Home20, TestContext.Current.CancellationToken);
        Assert.Null(added.Error);
        return added.Value;
    }
}
