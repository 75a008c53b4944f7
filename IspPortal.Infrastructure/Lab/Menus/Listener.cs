using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Wire;

namespace IspPortal.Infrastructure.Lab.Menus;

/// <summary>A running <c>listen</c>: gets a row for every change until it is cancelled.</summary>
internal sealed class Listener(QueryFilter filter, int[]? wanted, bool showSensitive, string? tag, string deadWord, Action<ReplyBuffer> send)
{
    public void Show(RouterWorld world, Menu menu, Row row)
    {
        var moment = new ReadMoment(world, showSensitive);
        if (!filter.IsEmpty && !filter.Matches(name => menu.Read(row, menu.Resolve(name), moment)))
        {
            return;
        }

        var reply = new ReplyBuffer();
        menu.Write(reply, row, wanted, moment, tag);
        send(reply);
    }

    public void Bury(Row row)
    {
        var reply = new ReplyBuffer();
        reply.Begin("!re"u8, tag);
        reply.Attribute("=.id="u8, RosValue.Id(row.Id));
        reply.Attribute("=.dead="u8, RosValue.Text(deadWord));
        reply.End();
        send(reply);
    }
}
