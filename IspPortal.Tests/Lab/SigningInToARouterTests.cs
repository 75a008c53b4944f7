using IspPortal.Core.Lab;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class SigningInToARouterTests
{
    [Theory]
    [InlineData("6.42", true, "cannot log in")]
    [InlineData("6.43", true, "invalid user name or password (6)")]
    [InlineData("6.49", false, "invalid user name or password (6)")]
    [InlineData("7.24", false, "invalid user name or password (6)")]
    public async Task Challenge_is_offered_by_old_versions_only(string version, bool offersChallenge, string refusal)
    {
        await using var lab = LabRouters.Start(version, sessions: 0);
        await using var client = await RawClient.ConnectAsync(lab.Router.Port);

        var first = await client.CallAsync("/login");

        Assert.Equal(offersChallenge, first[0].Value("ret") is { Length: 32 });
        var second = await client.CallAsync("/login", "=name=portal", "=response=" + RawClient.Response("wrong", first[0].Value("ret") ?? new string('0', 32)));
        Assert.Equal(["!trap", "!done"], second.Select(s => s.Word));
        Assert.Equal(refusal, second[0].Value("message"));
        Assert.Null(second[0].Value("category"));
    }

    [Fact]
    public async Task Old_login_succeeds_with_the_right_answer()
    {
        await using var lab = LabRouters.Start("6.42", sessions: 0);
        await using var client = await RawClient.ConnectAsync(lab.Router.Port);

        // Name and password in the clear mean nothing to it: it offers a challenge.
        var challenge = (await client.CallAsync("/login", "=name=portal", $"=password={LabRouters.Password}"))[0].Value("ret")!;
        var done = await client.CallAsync("/login", "=name=portal", "=response=" + RawClient.Response(LabRouters.Password, challenge));

        Assert.Equal("!done", Assert.Single(done).Word);
        Assert.Single(await client.RowsAsync("/system/identity/print"));
    }

    [Fact]
    public async Task A_command_before_login_is_fatal()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.ConnectAsync(lab.Router.Port);

        var reply = await client.CallAsync("/system/identity/print");

        Assert.Equal(["!fatal", "not logged in"], Assert.Single(reply).Words);
        await Assert.ThrowsAnyAsync<IOException>(() => client.ReadAsync());
    }

    [Fact]
    public async Task The_fifth_wrong_password_is_fatal()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.ConnectAsync(lab.Router.Port);
        for (var i = 0; i < 4; i++)
        {
            Assert.Equal("!trap", (await client.CallAsync("/login", "=name=portal", "=password=no"))[0].Word);
        }

        var fifth = await client.CallAsync("/login", "=name=portal", "=password=no");

        Assert.Equal(["!fatal", "too many commands before login"], Assert.Single(fifth).Words);
        await Assert.ThrowsAnyAsync<IOException>(() => client.ReadAsync());
    }

    [Fact]
    public async Task Quit_ends_the_session_with_a_fatal()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        Assert.Equal(["!fatal", "session terminated on request"], Assert.Single(await client.CallAsync("/quit")).Words);
        await Assert.ThrowsAnyAsync<IOException>(() => client.ReadAsync());
    }

    [Fact]
    public async Task Groups_decide_what_a_user_may_do()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 2);

        await using (var refused = await RawClient.ConnectAsync(lab.Router.Port))
        {
            Assert.Equal("not enough permissions (9)", await refused.TrapAsync("/login", "=name=noapi", $"=password={LabRouters.Password}"));
        }

        await using var reader = await RawClient.LoginAsync(lab.Router.Port, "reader");
        Assert.Equal(2, (await reader.RowsAsync("/ppp/active/print")).Count);
        Assert.Equal("not enough permissions (9)", await reader.TrapAsync("/ppp/secret/add", "=name=x"));

        await using var blind = await RawClient.LoginAsync(lab.Router.Port, "nosensitive");
        Assert.All(await blind.RowsAsync("/ppp/secret/print"), s => Assert.Null(s.Value("password")));

        await using var noFiles = await RawClient.LoginAsync(lab.Router.Port, "noftp");
        Assert.Equal("not enough permissions (9)", await noFiles.TrapAsync("/export", "=file=x"));
    }

    [Fact]
    public async Task Sessions_beyond_the_limit_are_turned_away()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var first = await RawClient.LoginAsync(lab.Router.Port);
        var service = Assert.Single(await first.RowsAsync("/ip/service/print", "?name=api"));
        Assert.Equal("20", service.Value("max-sessions"));
        await first.CallAsync("/ip/service/set", "=.id=api", "=max-sessions=1");

        await using var second = await RawClient.ConnectAsync(lab.Router.Port);

        await Assert.ThrowsAnyAsync<IOException>(() => second.CallAsync("/login"));
        Assert.Single(await first.RowsAsync("/user/active/print"));
    }

    [Fact]
    public async Task An_address_filter_drops_silently()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var inside = await RawClient.LoginAsync(lab.Router.Port);
        await inside.CallAsync("/ip/service/set", "=.id=api", "=address=192.0.2.0/24");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ConnectWithinAsync(lab.Router.Port, TimeSpan.FromMilliseconds(400)));
        Assert.Single(await inside.RowsAsync("/system/identity/print"));
        await inside.CallAsync("/ip/service/set", "=.id=api", "=address=");

        await using var again = await RawClient.LoginAsync(lab.Router.Port);
    }

    [Theory]
    [InlineData(LabFaultKind.WrongCredentials, "invalid user name or password (6)")]
    [InlineData(LabFaultKind.NoApiPermission, "not enough permissions (9)")]
    public async Task Faults_refuse_the_right_password(LabFaultKind fault, string message)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        lab.Router.Throw(new(fault));
        await using var client = await RawClient.ConnectAsync(lab.Router.Port);

        Assert.Equal(message, await client.TrapAsync("/login", "=name=portal", $"=password={LabRouters.Password}"));
        lab.Router.ClearFaults();
        Assert.Equal("!done", (await client.CallAsync("/login", "=name=portal", $"=password={LabRouters.Password}"))[0].Word);
    }

    private static async Task ConnectWithinAsync(int port, TimeSpan time)
    {
        using var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        using var deadline = new CancellationTokenSource(time);
        await socket.ConnectAsync(System.Net.IPAddress.Loopback, port, deadline.Token);
    }
}
