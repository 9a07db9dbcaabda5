// A test double of the meeting's frame, for tests of the page around it: it opens an empty frame, notes commands, and fires what a test says.
window.JitsiMeetExternalAPI = class {
  constructor(host, options) {
    this.hears = {};
    this.options = options;
    this.commands = [];
    window.meetingDouble = this;
    this.frame = document.createElement('iframe');
    this.frame.title = 'Phòng họp (thử nghiệm)';
    this.frame.src = location.protocol + '//' + host + '/' + options.roomName;
    this.frame.style.width = '100%';
    this.frame.style.height = '100%';
    options.parentNode.append(this.frame);
  }
  addListener(event, hear) {
    this.hears[event] = hear;
  }
  executeCommand(...command) {
    this.commands.push(command);
  }
  fire(event, told) {
    this.hears[event]?.(told);
  }
  dispose() {
    this.frame.remove();
  }
};
