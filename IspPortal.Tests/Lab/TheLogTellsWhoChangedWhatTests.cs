using System.Text;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class TheLogTellsWhoChangedWhatTests
{
    [Theory]
    [InlineData("6.49", "portal")]
    [InlineData("7.12", "portal")]
    [InlineData("7.24", "api:portal@127.0.0.1")]
    public async Task Every_change_over_the_api_is_a_line(string version, string by)
    {
        await using var lab = LabRouters.Start(version, sessions: 2);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.CallAsync("/ppp/secret/add", "=name=kos budi", "=password=rahasia", "=profile=HOME-20");
        await client.CallAsync("/ppp/secret/disable", "=.id=kos budi");
        await client.CallAsync("/ppp/secret/set", "=.id=kos budi", "=profile=HOME-50", "=password=lain");
        await client.CallAsync("/ip/firewall/address-list/add", "=list=isolir", "=address=10.9.9.9");
        await client.CallAsync("/system/identity/set", "=name=RTR");
        var id = Assert.Single(await client.RowsAsync("/ppp/secret/print", "?name=kos budi")).Value(".id")!;
        await client.CallAsync("/ppp/secret/remove", $"=.id={id}");
        Assert.Equal("no such item (4)", await client.TrapAsync("/ppp/secret/remove", $"=.id={id}"));

        var lines = (await client.RowsAsync("/log/print", "?topics=system,info")).Select(r => r.Value("message")!).Where(m => m.Contains(" by ", StringComparison.Ordinal)).ToList();
        string Long(string command) => version == "7.24" ? $" ({command})" : "";
        Assert.Equal(
            [
                $"ppp secret <kos budi> added by {by}{Long($"{id} = /ppp secret add name=\"kos budi\" profile=HOME-20")}",
                $"ppp secret <kos budi> changed by {by}{Long("/ppp secret set \"kos budi\" disabled=yes")}",
                $"ppp secret <kos budi> changed by {by}{Long("/ppp secret set \"kos budi\" profile=HOME-50")}",
                $"address list entry added by {by}{Long($"{Id(lines[3])} = /ip firewall address-list add address=10.9.9.9 list=isolir")}",
                $"item changed by {by}{Long("/system identity set name=RTR")}",
                $"ppp secret <kos budi> removed by {by}{Long($"/ppp secret remove {id}")}",
            ],
            lines);
    }

    [Fact]
    public async Task Someone_in_winbox_is_named_and_may_do_what_that_user_may()
    {
        await using var lab = LabRouters.Start("7.24", sessions: 2);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var control = new LabControl { Network = lab.Network };
        Task<IspPortal.Core.Common.Results.Result> EditAsync(string user, string command, params (string Name, string Value)[] arguments) => control.EditAsync(
            lab.Router.Name, new LabEdit(user, "10.0.0.9", command, arguments.ToDictionary(a => a.Name, a => a.Value)), TestContext.Current.CancellationToken);

        Assert.Null((await EditAsync("admin", "/ppp/profile/set", (".id", "HOME-20"), ("comment", "Paket é"))).Error);
        Assert.Equal("not enough permissions (9)", (await EditAsync("reader", "/ppp/profile/set", (".id", "HOME-20"), ("comment", "x"))).Error!.Detail);
        Assert.Equal("no such item (4)", (await EditAsync("nobody", "/ppp/profile/set", (".id", "HOME-20"), ("comment", "x"))).Error!.Detail);
        Assert.Equal("no such command prefix", (await EditAsync("admin", "/colour/set", (".id", "*1"))).Error!.Detail);
        Assert.Equal("lab.edit_refused", (await EditAsync("admin", "/ppp/profile/set", (".id", "NONE"), ("comment", "x"))).Error!.Code);

        var told = Assert.Single(await client.RowsAsync("/log/print", "?topics=system,info"), r => r.Value("message")!.Contains(" by ", StringComparison.Ordinal));
        Assert.Equal("ppp profile <HOME-20> changed by tcp-msg(winbox):admin@10.0.0.9 (/ppp profile set HOME-20 comment=\"Paket é\")", Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(told.Value("message")!)));
    }

    private static string Id(string line) => line.Split('(', ' ').FirstOrDefault(word => word.StartsWith('*')) ?? "";
}
