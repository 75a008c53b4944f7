using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class ChangingARouterTests
{
    [Fact]
    public async Task Add_set_disable_unset_and_remove_are_seen_at_once()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 2);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var id = Assert.Single(await client.CallAsync("/ppp/secret/add", "=name=baru", "=password=rahasia", "=profile=HOME-20", "=service=pppoe", "=remote-address=10.9.9.9")).Value("ret")!;
        Assert.StartsWith("*", id, StringComparison.Ordinal);
        await client.CallAsync("/ppp/secret/set", $"=.id={id}", "=comment=a=b=c", "=profile=HOME-50");
        await client.CallAsync("/ppp/secret/disable", "=.id=baru");
        await client.CallAsync("/ppp/secret/unset", $"=.id={id}", "=value-name=remote-address");

        var row = Assert.Single(await client.RowsAsync("/ppp/secret/print", "?name=baru"));
        Assert.Equal(("a=b=c", "HOME-50", "true", null, "rahasia"), (row.Value("comment"), row.Value("profile"), row.Value("disabled"), row.Value("remote-address"), row.Value("password")));

        await client.CallAsync("/ppp/secret/comment", $"=.id={id}", "=comment=");
        Assert.Null(Assert.Single(await client.RowsAsync("/ppp/secret/print", $"?.id={id}")).Value("comment"));
        Assert.Equal("!done", Assert.Single(await client.CallAsync("/ppp/secret/remove", $"=.id={id}")).Word);
        Assert.Equal("no such item (4)", await client.TrapAsync("/ppp/secret/remove", $"=.id={id}"));
    }

    [Fact]
    public async Task A_comma_list_changes_all_of_them()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 6);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var ids = (await client.RowsAsync("/ppp/secret/print", "=.proplist=.id")).Take(3).Select(r => r.Value(".id")!).ToList();

        await client.CallAsync("/ppp/secret/set", $"=.id={string.Join(',', ids)}", "=disabled=yes");
        Assert.Equal(ids, (await client.RowsAsync("/ppp/secret/print", "?disabled=true")).Select(r => r.Value(".id")));
        await client.CallAsync("/ppp/secret/remove", $"=.id={string.Join(',', ids)}");

        Assert.Empty(await client.RowsAsync("/ppp/secret/print", "?disabled=true"));
    }

    [Theory]
    [InlineData("failure: secret with the same name already exists", "/ppp/secret/add", "=name=dua", "=service=pppoe")]
    [InlineData("input does not match any value of profile", "/ppp/secret/add", "=name=x", "=profile=nobody")]
    [InlineData("input does not match any value of service", "/ppp/secret/add", "=name=x", "=service=carrier-pigeon")]
    [InlineData("invalid value for argument remote-address", "/ppp/secret/add", "=name=x", "=remote-address=10.0.0.777")]
    [InlineData("unknown parameter colour", "/ppp/secret/add", "=name=x", "=colour=red")]
    [InlineData("missing value(s) of argument(s) name", "/ppp/secret/add", "=password=x")]
    [InlineData("no such command", "/ppp/secret/paint")]
    [InlineData("no such command prefix", "/ppp/colour/print")]
    [InlineData("no such item (4)", "/ppp/secret/set", "=.id=*FFFFF", "=comment=x")]
    [InlineData("failure: already have such name", "/queue/simple/add", "=name=antri", "=target=10.1.1.2/32")]
    [InlineData("failure: upload-max-limit less than upload-limit", "/queue/simple/add", "=name=q", "=target=10.1.1.3/32", "=max-limit=1M/1M", "=limit-at=2M/1M")]
    [InlineData("failure: already have such entry", "/ip/firewall/address-list/add", "=list=l", "=address=192.0.2.1")]
    [InlineData("failure: already have such address", "/ip/address/add", "=address=10.77.0.1/24", "=interface=ether6")]
    [InlineData("failure: already have user with this name for this server", "/ip/hotspot/user/add", "=name=tamu")]
    [InlineData("failure: user with the same name already exists", "/user/add", "=name=reader", "=group=read")]
    [InlineData("input does not match any value of interface", "/interface/monitor-traffic", "=interface=<pppoe-nobody>", "=once=")]
    [InlineData("unknown parameter follow-only", "/system/resource/listen")]
    [InlineData("unknown parameter detail", "/system/health/print", "=detail=")]
    [InlineData("unknown parameter show-sensitive", "/ppp/secret/print", "=show-sensitive=")]
    [InlineData("failure: can not remove default item", "/ppp/profile/remove", "=.id=default")]
    public async Task Refusals_use_the_routers_words(string message, params string[] words)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 1);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.CallAsync("/ppp/secret/add", "=name=dua");
        await client.CallAsync("/queue/simple/add", "=name=antri", "=target=10.1.1.1/32");
        await client.CallAsync("/ip/firewall/address-list/add", "=list=l", "=address=192.0.2.1");
        await client.CallAsync("/ip/address/add", "=address=10.77.0.1/24", "=interface=ether6");
        await client.CallAsync("/ip/hotspot/user/add", "=name=tamu");

        Assert.Equal(message, await client.TrapAsync(words));
    }

    [Fact]
    public async Task A_refused_set_changes_nothing()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 1);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var before = Assert.Single(await client.RowsAsync("/ppp/secret/print"));

        await client.TrapAsync("/ppp/secret/set", $"=.id={before.Value(".id")}", "=comment=new", "=profile=nobody");

        Assert.Equal(before.Value("comment"), Assert.Single(await client.RowsAsync("/ppp/secret/print")).Value("comment"));
    }

    [Fact]
    public async Task Queues_keep_the_order_they_are_given()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        foreach (var name in (string[])["a", "b", "c"])
        {
            await client.CallAsync("/queue/simple/add", $"=name={name}", "=target=192.0.2.0/24", "=max-limit=5M/20M");
        }

        await client.CallAsync("/queue/simple/add", "=name=first", "=target=10.0.0.5", "=place-before=a");
        await client.CallAsync("/queue/simple/move", "=numbers=c", "=destination=a");

        var rows = await client.RowsAsync("/queue/simple/print");
        Assert.Equal(["first", "c", "a", "b"], rows.Select(r => r.Value("name")));
        Assert.Equal("5000000/20000000", rows[1].Value("max-limit"));
        Assert.Equal("10.0.0.5/32", rows[0].Value("target"));
    }

    [Fact]
    public async Task Listen_shows_new_changed_and_dead_items()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var listener = await RawClient.LoginAsync(lab.Router.Port);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await listener.SendAsync("/ppp/secret/listen", ".tag=l", "=.proplist=.id,name,comment");
        await listener.CallAsync("/system/identity/print");

        var id = (await client.CallAsync("/ppp/secret/add", "=name=baru"))[0].Value("ret");
        Assert.Equal(("l", id, "baru"), await ShownAsync("name"));
        await client.CallAsync("/ppp/secret/set", $"=.id={id}", "=comment=halo");
        Assert.Equal(("l", id, "halo"), await ShownAsync("comment"));
        await client.CallAsync("/ppp/secret/remove", $"=.id={id}");
        Assert.Equal(("l", id, "true"), await ShownAsync(".dead"));

        async Task<(string?, string?, string?)> ShownAsync(string property)
        {
            var sentence = await listener.ReadAsync();
            return (sentence.Tag, sentence.Value(".id"), sentence.Value(property));
        }
    }

    [Fact]
    public async Task Configuration_and_certificate_survive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("lab-").FullName;
        try
        {
            string certificate, id;
            int secrets;
            await using (var lab = LabRouters.Start("7.18", sessions: 10, folder: folder))
            {
                await using var client = await RawClient.LoginAsync(lab.Router.Port);
                certificate = lab.Router.CertificateSha256;
                id = (await client.CallAsync("/ppp/secret/add", "=name=caf\u00e9 tetap", "=comment=<x>=y", "=profile=HOME-10"))[0].Value("ret")!;
                await client.CallAsync("/ip/firewall/address-list/add", "=list=sebentar", "=address=192.0.2.7", "=timeout=1h");
                await client.CallAsync("/user/set", "=.id=reader", "=password=ganti");
                secrets = (await client.RowsAsync("/ppp/secret/print")).Count;
            }

            await using (var lab = LabRouters.Start("7.18", sessions: 10, folder: folder))
            {
                await using var client = await RawClient.LoginAsync(lab.Router.Port, "reader", "ganti");
                Assert.Equal(certificate, lab.Router.CertificateSha256);
                var row = Assert.Single(await client.RowsAsync("/ppp/secret/print", $"?.id={id}"));
                Assert.Equal(("caf\u00e9 tetap", "<x>=y"), (row.Value("name"), row.Value("comment")));
                Assert.Equal(secrets, (await client.RowsAsync("/ppp/secret/print")).Count);
                Assert.Empty(await client.RowsAsync("/ip/firewall/address-list/print"));
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("6.49", false)]
    [InlineData("7.12", false)]
    [InlineData("7.18", true)]
    public async Task An_export_is_read_from_its_file(string version, bool hasFileRead)
    {
        await using var lab = LabRouters.Start(version, sessions: 5);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        Assert.Equal("!done", Assert.Single(await client.CallAsync("/export", "=file=cadangan")).Word);

        var file = Assert.Single(await client.RowsAsync("/file/print", "?name=cadangan.rsc"));
        Assert.Contains("/ppp secret", file.Value("contents"), StringComparison.Ordinal);
        Assert.Equal(version == "6.49", file.Value("contents")!.Contains("password=", StringComparison.Ordinal));
        if (hasFileRead)
        {
            var chunk = Assert.Single(await client.RowsAsync("/file/read", "=file=cadangan.rsc", "=offset=2", "=chunk-size=20"));
            Assert.Equal(file.Value("contents")!.Substring(2, 20), chunk.Value("data"));
        }
        else
        {
            Assert.Equal("no such command", await client.TrapAsync("/file/read", "=file=cadangan.rsc"));
        }
    }

    [Theory]
    [InlineData("6.49", 1)]
    [InlineData("7.18", 6)]
    public async Task Health_has_the_shape_of_its_version(string version, int rows)
    {
        await using var lab = LabRouters.Start(version, sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var health = await client.RowsAsync("/system/health/print");

        Assert.Equal(rows, health.Count);
        Assert.Equal(version == "6.49", health[0].Value("temperature") is not null);
    }

    [Theory]
    [InlineData("6.49", "nov/22/2026")]
    [InlineData("7.24", "2026-11-22")]
    public async Task Dates_have_the_form_of_their_version(string version, string date)
    {
        await using var lab = LabRouters.Start(version, sessions: 1, time: new LabClock());
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        Assert.Equal((date, "15:00:00"), Assert.Single(await client.RowsAsync("/system/clock/print")) is var clock ? (clock.Value("date"), clock.Value("time")) : default);
        Assert.StartsWith(version == "6.49" ? "15:00:00" : "2026-11-22 15:00:00", (await client.RowsAsync("/log/print"))[^1].Value("time"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Passwords_are_shown_on_request_only_from_7_22_on()
    {
        await using var lab = LabRouters.Start("7.24", sessions: 1);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        Assert.Null(Assert.Single(await client.RowsAsync("/ppp/secret/print")).Value("password"));
        Assert.NotNull(Assert.Single(await client.RowsAsync("/ppp/secret/print", "=show-sensitive=")).Value("password"));
    }
}
