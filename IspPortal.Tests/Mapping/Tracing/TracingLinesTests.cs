using IspPortal.Core.Common.Money;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping.Tracing;

/// <summary>Lines up to their router and things down to their lines, on real databases.</summary>
public sealed class TracingLinesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_is_followed_up_to_its_router_with_what_was_measured(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (budi, loose) = (await rig.LineAsync("budi"), await rig.LineAsync("loose", 1));
        rig.Plant.Connect(0, 1, "ZTEG00000001", budi);
        await rig.DrawAsync();
        await rig.Readings().RecordAsync([new("zteg00000001", rig.Scene.Clock.NowUtc.AddHours(-2), -19.5), new("ZTEG00000001", rig.Scene.Clock.NowUtc.AddHours(-1), -20.25)], Token);

        var trace = (await rig.Tracer().TraceAsync(budi, Token)).Value;

        Assert.Equal(("budi", FiberTraceEnd.AtOlt, "RTR-1", "ZTEG00000001", -20.25), (trace.Username, trace.End, trace.RouterName, trace.OntSerial, trace.MeasuredDbm));
        Assert.Equal(trace.ExpectedDbm + 20.25, trace.MissingDb);
        Assert.Equal(14, trace.Steps.Count);
        var none = (await rig.Tracer().TraceAsync(loose, Token)).Value;
        Assert.Equal((null, 0, "RTR-2", null), (none.End, none.Steps.Count, none.RouterName, none.ExpectedDbm));
        Assert.Equal(NetworkErrors.AccessNotFound, (await rig.Tracer().TraceAsync(Guid.Empty, Token)).Error);
        Assert.Equal("identity.forbidden", (await rig.Tracer(NetworkPermissions.SessionsRead).TraceAsync(budi, Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Below_a_thing_lines_are_counted_and_what_they_bring_in_a_month(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (_, account) = await rig.Scene.CustomerAsync();
        var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, await rig.Scene.PlanAsync()));
        await rig.Scene.DoAsync(sold.Id, version => rig.Scene.Lifecycle.ActivateAsync(sold.Id, version, null, Token));
        var (ani, citra, loose) = (await rig.LineAsync("ani"), await rig.LineAsync("citra"), await rig.LineAsync("loose"));
        rig.Plant.Connect(0, 1, null, sold.AccessId, ani);
        rig.Plant.Connect(1, 1, null, citra);
        await rig.DrawAsync();
        (rig.Live.Lines[sold.AccessId], rig.Live.Lines[ani]) = (AccessPresence.Online, AccessPresence.Offline);

        var odp = (await rig.Tracer().BelowAsync(new(PlantElementKind.Odp, rig.Plant.Odps[0].Id), new(1, 1), Token)).Value;
        Assert.Equal(("ODP-1", 2, 1, 1, 0, Money.Idr(200_000)), (odp.Name, odp.Lines, odp.Online, odp.Offline, odp.Unknown, odp.Monthly));
        Assert.Equal((2, "ani"), (odp.Page.TotalCount, Assert.Single(odp.Page.Items).Username));
        var found = (await rig.Tracer().BelowAsync(new(PlantElementKind.Cable, rig.Plant.Feeder.Id), new(Search: "budi"), Token)).Value;
        Assert.Equal((3, "Budi Santoso", Money.Idr(200_000)), (found.Lines, Assert.Single(found.Page.Items).CustomerName, found.Page.Items[0].Monthly));

        // A router serves what is not drawn too; a radio link what stands behind it.
        Assert.Equal(4, (await rig.Tracer().BelowAsync(new(PlantElementKind.Router, ProvisioningRig.RouterId(0)), new(), Token)).Value.Lines);
        Assert.Equal(3, (await rig.Tracer().BelowAsync(new(PlantElementKind.RadioLink, rig.Plant.Radio.Id), new(), Token)).Value.Lines);
        Assert.Equal(3, (await rig.Tracer().BelowAsync(new(PlantElementKind.Join, rig.Plant.JointAt(rig.Plant.Olt).Id), new(), Token)).Value.Lines);
        Assert.Equal(MappingErrors.ElementNotFound, (await rig.Tracer().BelowAsync(new(PlantElementKind.Odp, loose), new(), Token)).Error);
    }
}
