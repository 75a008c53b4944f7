using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Lab;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <inheritdoc cref="ILabPost" />
internal sealed class LabPost(LabPostRoom room, LabPostServers servers, ICurrentActor actor) : ILabPost
{
    public bool IsRunning => servers.IsRunning;

    public IReadOnlyList<LabLetter> Inbox(int most) => [.. room.Letters.Reverse().Take(most)];

    public IReadOnlyList<LabProviderState> Providers() =>
        IsRunning ? [.. Enum.GetValues<LabProvider>().Select(provider => new LabProviderState(provider, room.ArrivedAt(provider), room.FaultOf(provider)))] : [];

    public Result Throw(LabProvider provider, LabPostFault? fault) => Act(() => room.Throw(provider, fault));

    public Result Empty() => Act(room.Empty);

    private Result Act(Action act)
    {
        if (actor.Deny(LabPermissions.LabWrite) is { } denied)
        {
            return denied;
        }

        if (!IsRunning)
        {
            return LabErrors.NotRunning;
        }

        act();
        return Result.Success;
    }
}
