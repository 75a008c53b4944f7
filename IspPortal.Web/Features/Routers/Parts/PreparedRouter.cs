namespace IspPortal.Web.Features.Routers.Parts;

/// <summary>Hands what a person prepared to the form that adds the router, within one circuit and once. Nothing of it is kept.</summary>
internal sealed class PreparedRouter
{
    private (string Username, string Password, bool UseTls, int Port)? _prepared;

    public void Hold(string username, string password, bool useTls, int port) => _prepared = (username, password, useTls, port);

    /// <summary>What was prepared, or null; the second call gets nothing.</summary>
    public (string Username, string Password, bool UseTls, int Port)? Take()
    {
        var prepared = _prepared;
        _prepared = null;
        return prepared;
    }
}
