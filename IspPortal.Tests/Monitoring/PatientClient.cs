using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Dialects;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Tests.Monitoring;

/// <summary>A client whose commands may take that many times longer than their deadlines say.</summary>
internal sealed class PatientClient(IRouterOsClient client, double times) : IRouterOsClient
{
    public Guid RouterId => client.RouterId;

    public RouterOsLinkState State => client.State;

    public RouterOsVersion? Version => client.Version;

    public IRouterOsDialect Dialect => client.Dialect;

    public RouterApiCost Cost => client.Cost;

    public Error? LastFault => client.LastFault;

    public string? PresentedCertificateSha256 => client.PresentedCertificateSha256;

    public Task<Result> ConnectAsync(CancellationToken ct) => client.ConnectAsync(ct);

    public Task<Result<ReplyDone>> ExecuteAsync(RouterOsCommand command, CancellationToken ct) => client.ExecuteAsync(Stretch(command), ct);

    public Task<Result<IReadOnlyList<RouterOsRow>>> PrintAsync(RouterOsCommand command, CancellationToken ct) => client.PrintAsync(Stretch(command), ct);

    public Task<Result<int>> ReadAsync<TRow>(RouterOsCommand command, IRowReader<TRow> reader, ICollection<TRow> into, CancellationToken ct) =>
        client.ReadAsync(Stretch(command), reader, into, ct);

    public Task<Result<IRouterOsStream>> OpenStreamAsync(RouterOsCommand command, CancellationToken ct) => client.OpenStreamAsync(Stretch(command), ct);

    private RouterOsCommand Stretch(RouterOsCommand command) => command.Deadlines(command.Silence * times, command.Total * times);
}
