using IspPortal.Core.Network.Operations;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>One echo of a ping.</summary>
/// <param name="Sequence">From 0.</param>
/// <param name="Host">Who answered, or was asked.</param>
/// <param name="RoundTripMilliseconds">Null: no answer.</param>
/// <param name="Status">The router's words when there was none.</param>
internal sealed record PingReplyResource(int Sequence, string Host, double? RoundTripMilliseconds, string? Status)
{
    public static PingReplyResource Of(PingReply reply) => new(reply.Sequence, reply.Host, reply.RoundTrip?.TotalMilliseconds, reply.Status);
}
