using System.Text;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Customers;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Mapping.Levels;

/// <summary>Readings come in, are compared with what the plant promises, and lead to what the dark ones have in common; on real databases.</summary>
public sealed class MeasuringLightTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_darkest_come_first_and_share_a_cause(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (_, account) = await rig.Scene.CustomerAsync();
        var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, await rig.Scene.PlanAsync()));
        await rig.Scene.DoAsync(sold.Id, version => rig.Scene.Lifecycle.ActivateAsync(sold.Id, version, null, Token));
        rig.Plant.Connect(1, 1, "ZTEG00000021", sold.AccessId);
        for (var i = 1; i <= 4; i++)
        {
            rig.Plant.Connect(0, i, $"ZTEG0000001{i}", await rig.LineAsync($"first{i}"));
            rig.Plant.Connect(1, i + 1, $"ZTEG0000002{i + 1}", await rig.LineAsync($"second{i}"));
        }

        await rig.DrawAsync();
        var now = rig.Scene.Clock.NowUtc;
        var recorded = await rig.Readings().RecordAsync(
            [
                .. Enumerable.Range(1, 4).Select(i => new NewReading($"ZTEG0000001{i}", now.AddHours(-1), -17.2)),
                .. Enumerable.Range(1, 5).Select(i => new NewReading($"ZTEG0000002{i}", now.AddHours(-1), -24 - (i / 10.0), 2.1)),
                new NewReading("ZTEG00000021", now.AddDays(-2), -17),
                new NewReading("NOBODYS0001", now, -20),
            ],
            Token);
        Assert.Equal(new RecordedReadings(11, 0, 1), recorded.Value);

        var worst = (await rig.Levels().ListAsync(new(), new(1, 3), Token)).Value;
        Assert.Equal((9, "ZTEG00000025", "ODP-2", 5), (worst.TotalCount, worst.Items[0].OntSerial, worst.Items[0].OdpName, worst.Items[0].Port));
        Assert.Equal(worst.Items[0].ExpectedDbm + 24.5, worst.Items[0].MissingDb);
        Assert.Equal("second4", Assert.Single(worst.Items[0].Lines).Username);
        Assert.Equal(5, (await rig.Levels().ListAsync(new(IsBad: true), new(), Token)).Value.TotalCount);
        Assert.Equal(4, (await rig.Levels().ListAsync(new(rig.Plant.Odps[0].Id, rig.Plant.Olt.Id), new(), Token)).Value.TotalCount);
        Assert.Equal("ZTEG00000013", (await rig.Levels().ListAsync(new(), new(Search: "FIRST3"), Token)).Value.Items.Single().OntSerial);
        Assert.Equal([-17, -24.1], (await rig.Levels().TrendAsync("zteg00000021", Token)).Value.Points.Select(p => p.RxDbm));

        var trend = (await rig.Levels().TrendAsync("ZTEG00000025", Token)).Value;
        Assert.Equal(("ZTEG00000025", worst.Items[0].ExpectedDbm, 2.1), (trend.OntSerial, trend.ExpectedDbm, trend.Points.Single().TxDbm));
        Assert.NotNull(trend.ExpectedDbm);
        Assert.Null((await rig.Levels().TrendAsync("NOBODYS0001", Token)).Value.ExpectedDbm);
        Assert.Equal("identity.forbidden", (await rig.Levels(CustomersPermissions.CustomersRead).TrendAsync("ZTEG00000025", Token)).Error!.Code);

        var cause = Assert.Single((await rig.Levels().ListCausesAsync(Token)).Value);
        Assert.Equal((5, 5, Money.Idr(200_000)), (cause.Bad, cause.Known, cause.Monthly));
        Assert.Equal((PlantElementKind.Odp, "ODP-2"), (cause.Suspects[0].Kind, cause.Suspects[0].Name));
        Assert.Contains(cause.Suspects, s => s is { Kind: PlantElementKind.Cable, Name: "DST-3" });
        Assert.DoesNotContain(cause.Suspects, s => s.Name is "FDR-1" or "DST-1" && s.Kind == PlantElementKind.Cable);

        // What is too old says nothing.
        rig.Scene.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(0, (await rig.Levels().ListAsync(new(), new(), Token)).Value.TotalCount);
        Assert.Equal("identity.forbidden", (await rig.Levels(CustomersPermissions.CustomersRead).ListCausesAsync(Token)).Error!.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_s_light_goes_into_its_history_once_and_an_old_one_alarms_nobody(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var (_, account) = await rig.Scene.CustomerAsync();
        var (plan, lines) = (await rig.Scene.PlanAsync(), new List<Guid>());
        for (var port = 1; port <= 2; port++)
        {
            var sold = await rig.Scene.SellAsync(rig.Scene.Wish(account, plan));
            await rig.Scene.DoAsync(sold.Id, version => rig.Scene.Lifecycle.ActivateAsync(sold.Id, version, null, Token));
            rig.Plant.Connect(1, port, $"ZTEG0000003{port}", sold.AccessId);
            lines.Add(sold.AccessId);
        }

        await rig.DrawAsync();
        var now = rig.Scene.Clock.NowUtc;
        NewReading[] first = [new("ZTEG00000031", now, -19.5), new("ZTEG00000031", now.AddDays(-1), -19), new("NOBODYS0002", now, -20)];
        await rig.Readings().RecordAsync(first, Token);
        await rig.Readings().RecordAsync(first, Token);

        // Another OLT read at that very moment.
        await rig.Readings().RecordAsync([new NewReading("ZTEG00000032", now, -28)], Token);

        Assert.Equal(
            [(lines[0], -19.0, true), (lines[0], -19.5, false), (lines[1], -28.0, false)],
            rig.History.Batches.Select(b => (b.Samples.Single().Subject.Id, b.Samples.Single().Value, b.IsPast)));
        Assert.All(rig.History.Batches, b => Assert.Equal((Metric.RxPowerDbm, SeriesSubjectKind.Access), (b.Samples[0].Metric, b.Samples[0].Subject.Kind)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_same_reading_is_kept_once_and_a_wrong_one_keeps_all_out(string provider)
    {
        await using var rig = await MappingRig.CreateAsync(provider);
        var at = rig.Scene.Clock.NowUtc.AddMinutes(-1);
        NewReading[] readings = [new("ZTEG00000001", at, -20), new("ZTEG00000002", at.AddTicks(7), -21.5, 2)];

        Assert.Equal(new RecordedReadings(2, 0, 2), (await rig.Readings().RecordAsync(readings, Token)).Value);
        Assert.Equal(new RecordedReadings(0, 2, 2), (await rig.Readings().RecordAsync(readings, Token)).Value);
        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => rig.Readings().RecordAsync([new("ZTEG00000003", at, -19)], Token), Token)));
        Assert.Equal(1, many.Sum(m => m.Value.Added));

        var wrong = await rig.Readings().RecordAsync([new("ZTEG00000009", at, -20), new("?", at, -20), new("ZTEG00000001", at, -60), new("ZTEG00000001", at.AddDays(1), -20)], Token);
        Assert.Equal([("readings[1]", "inventory.not_a_serial"), ("readings[2]", "mapping.not_a_level"), ("readings[3]", "mapping.not_a_moment")], wrong.Error!.Fields.Select(f => (f.Field, f.Code)));
        Assert.Empty((await rig.Levels().TrendAsync("ZTEG00000009", Token)).Value.Points);
        Assert.Equal("readings", (await rig.Readings().RecordAsync([], Token)).Error!.Fields[0].Field);
        Assert.Equal("identity.forbidden", (await rig.Readings(MappingPermissions.MapRead).RecordAsync(readings, Token)).Error!.Code);
    }

    [Fact]
    public async Task A_file_says_which_of_its_lines_are_wrong_and_is_taken_only_as_a_whole_unless_asked()
    {
        await using var rig = await MappingRig.CreateAsync();
        var file = Encoding.UTF8.GetBytes("SN;Rx Power;Waktu\nZTEG00000001;-20,5;2026-11-22 10:00\n?;-20;2026-11-22 10:00\nZTEG00000002;hello;2026-11-22 10:00\nZTEG00000003;-21.25 dBm;2026-11-22T03:00:00Z\nZTEG00000004;-21;soon\n");

        var looked = (await rig.Readings().ImportAsync(new ReadingsFile(file), Token)).Value;

        Assert.Equal((5, 3, null), (looked.Rows, looked.WrongRows, looked.Recorded));
        Assert.Equal([(3, "inventory.not_a_serial"), (4, "mapping.not_a_level"), (6, "mapping.not_a_moment")], looked.Wrong.Select(w => (w.Line, w.Code)));
        Assert.Empty((await rig.Levels().TrendAsync("ZTEG00000001", Token)).Value.Points);

        Assert.Equal(2, (await rig.Readings().ImportAsync(new ReadingsFile(file, TakeGood: true), Token)).Value.Recorded!.Added);
        Assert.Equal(0, (await rig.Readings().ImportAsync(new ReadingsFile(file, TakeGood: true), Token)).Value.Recorded!.Added);

        // Ten in the morning in Jakarta is three in UTC.
        var point = Assert.Single((await rig.Levels().TrendAsync("ZTEG00000001", Token)).Value.Points);
        Assert.Equal((new DateTime(2026, 11, 22, 3, 0, 0, DateTimeKind.Utc), -20.5, ReadingSource.File), (point.AtUtc, point.RxDbm, point.Source));
        Assert.Equal(1, (await rig.Readings().ImportAsync(new ReadingsFile("ZTEG00000007;-20;2026-11-22 10:00"u8.ToArray()), Token)).Value.Recorded!.Added);
        Assert.Equal(MappingErrors.NoReadingColumns, (await rig.Readings().ImportAsync(new ReadingsFile("serial;name\nZTEG00000007;x"u8.ToArray()), Token)).Error);
        Assert.Equal("tables.empty", (await rig.Readings().ImportAsync(new ReadingsFile(ReadOnlyMemory<byte>.Empty), Token)).Error!.Code);
    }
}
